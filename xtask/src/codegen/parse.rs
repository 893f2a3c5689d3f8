//! The contract, read into the intermediate representation.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde_json::{Map, Value};

use super::errors::refusals;
use super::ir::{
    Api, Body, Field, Model, Operation, PathAlias, PathParam, Reference, Resource, ResultShape, Role, Scope,
    Type,
};
use super::schema::{Schemas, array, flag, reference, strings, text};
use super::workflows;

type Result<T> = std::result::Result<T, String>;

/// The parameters that the pager sets by itself.
const PAGING_PARAMETERS: [&str; 3] = ["limit", "offset", "after_id"];

/// Reads a whole contract.
pub(crate) fn api(contract: &Value) -> Result<Api> {
    let schemas = Schemas(object(contract, "/components/schemas")?);
    let mut reader = Reader { contract, schemas, queries: Vec::new(), references: Vec::new() };
    let operations = reader.operations()?;
    let resources = resources(contract, &operations)?;
    let refusals = refusals(contract, &operations)?;
    let (models, inputs) = reader.models(&operations)?;
    let enums = reader.enums(models.iter().chain(&inputs))?;
    let pairs = |key: &str| {
        let map = contract.get(key).and_then(Value::as_object);
        map.into_iter()
            .flatten()
            .map(|(name, doc)| (name.clone(), doc.as_str().unwrap_or_default().to_owned()))
    };
    let (workflows, operations) =
        operations.into_iter().partition(|operation| operation.host == workflows::HOST);
    Ok(Api {
        version: contract.pointer("/info/version").and_then(Value::as_str).unwrap_or_default().to_owned(),
        enums,
        models,
        inputs,
        resources,
        operations,
        workflows,
        references: reader.references,
        scopes: pairs("x-scopes").map(|(name, doc)| Scope { name, doc }).collect(),
        path_aliases: array(contract, "x-path-aliases")
            .iter()
            .map(|alias| PathAlias { from: text(alias, "from"), to: text(alias, "to") })
            .collect(),
        refusals,
    })
}

fn object<'a>(value: &'a Value, pointer: &str) -> Result<&'a Map<String, Value>> {
    value.pointer(pointer).and_then(Value::as_object).ok_or_else(|| format!("the contract has no {pointer}"))
}

fn resources(contract: &Value, operations: &[Operation]) -> Result<Vec<Resource>> {
    let named = object(contract, "/x-sdk-resources")?;
    let mut resources: Vec<Resource> = named
        .iter()
        .map(|(name, doc)| Resource {
            name: name.clone(),
            doc: doc.as_str().unwrap_or_default().to_owned(),
            bound: is_bound(contract, name),
            operations: of_resource(operations, name),
        })
        .collect();
    resources.push(Resource {
        name: "client".to_owned(),
        doc: String::new(),
        bound: false,
        operations: of_resource(operations, "client"),
    });
    let known: usize = resources.iter().map(|resource| resource.operations.len()).sum();
    if known == operations.iter().filter(|operation| !operation.internal).count() {
        Ok(resources)
    } else {
        Err("an operation names a resource that x-sdk-resources does not".to_owned())
    }
}

/// Whether a resource is one that a client gives for something.
fn is_bound(contract: &Value, resource: &str) -> bool {
    contract.get("x-sdk-bound").map(strings).unwrap_or_default().iter().any(|name| name == resource)
}

fn of_resource(operations: &[Operation], name: &str) -> Vec<Operation> {
    operations.iter().filter(|operation| !operation.internal && operation.resource == name).cloned().collect()
}

struct Reader<'a> {
    contract: &'a Value,
    schemas: Schemas<'a>,
    /// Structs for the optional query parameters of an operation.
    queries: Vec<Model>,
    references: Vec<Reference>,
}

impl Reader<'_> {
    fn operations(&mut self) -> Result<Vec<Operation>> {
        let mut operations = Vec::new();
        for (path, item) in object(self.contract, "/paths")? {
            for verb in ["get", "post", "put", "patch", "delete"] {
                if let Some(operation) = item.get(verb) {
                    let read = self.operation(path, verb, operation);
                    operations.push(read.map_err(|problem| format!("{verb} {path}: {problem}"))?);
                }
            }
        }
        Ok(operations)
    }

    fn operation(&mut self, path: &str, verb: &str, operation: &Value) -> Result<Operation> {
        let sdk = operation.get("x-sdk").filter(|sdk| sdk.is_object()).ok_or("needs x-sdk")?;
        let paging = text(sdk, "paging") == "offset";
        let (success, result) = match self.result(operation, sdk, paging)? {
            // What a deletion says beside its status tells nobody anything.
            (success, _) if verb == "delete" => (success, ResultShape::Empty),
            told => told,
        };
        let parameters = array(operation, "parameters");
        let limit = parameters.iter().find(|parameter| text(parameter, "name") == "limit");
        Ok(Operation {
            id: text(operation, "operationId"),
            resource: text(sdk, "resource"),
            method: text(sdk, "method"),
            internal: flag(sdk, "internal"),
            verb: verb.to_uppercase(),
            path: path.to_owned(),
            summary: text(operation, "summary"),
            doc: text(operation, "description"),
            scope: operation.get("x-required-scope").and_then(Value::as_str).map(str::to_owned),
            scope_is_guess: text(operation, "x-scope-confidence") == "guess",
            evidence: text(operation, "x-evidence"),
            notes: operation.get("x-notes").map(strings).unwrap_or_default(),
            retry: text(sdk, "retry"),
            host: text(sdk, "host"),
            asks: sdk.get("asks").map(strings).unwrap_or_default(),
            tells: sdk.get("tells").and_then(Value::as_str).map(str::to_owned),
            bound: is_bound(self.contract, &text(sdk, "resource")),
            calls: workflows::called(self.contract, sdk),
            authenticated: operation.get("security").is_none(),
            success,
            errors: object_keys(operation, "responses").filter(|status| *status >= 400).collect(),
            path_params: self.path_params(parameters)?,
            max_page_size: limit.and_then(|limit| limit.pointer("/schema/maximum")).and_then(Value::as_i64),
            query_model: self.query_model(parameters, sdk)?,
            body: self.body(operation, sdk)?,
            result,
        })
    }

    fn path_params(&mut self, parameters: &[Value]) -> Result<Vec<PathParam>> {
        let mut read = Vec::new();
        for parameter in parameters.iter().filter(|parameter| text(parameter, "in") == "path") {
            let schema = parameter.get("schema").ok_or("a path parameter needs a schema")?;
            let reference = parameter.get("x-sdk-accepts").map(|accepts| Reference {
                name: pascal(&text(parameter, "name")),
                model: text(accepts, "model"),
                field: text(accepts, "field"),
            });
            if let Some(new) = reference.iter().find(|reference| !self.references.contains(reference)) {
                self.references.push(new.clone());
            }
            read.push(PathParam {
                name: text(parameter, "name"),
                doc: text(parameter, "description"),
                ty: self.schemas.ty(schema)?.0,
                pattern: schema.get("pattern").and_then(Value::as_str).map(str::to_owned),
                reference: reference.map(|reference| reference.name),
            });
        }
        Ok(read)
    }

    fn query_model(&mut self, parameters: &[Value], sdk: &Value) -> Result<Option<String>> {
        let mut fields: Vec<Field> = Vec::new();
        for parameter in parameters.iter().filter(|parameter| text(parameter, "in") == "query") {
            let name = text(parameter, "name");
            if PAGING_PARAMETERS.contains(&name.as_str()) {
                continue;
            }
            let schema = parameter.get("schema").ok_or("a query parameter needs a schema")?;
            let mut field = self.schemas.field("query", &name, schema, flag(parameter, "required"))?;
            field.doc = text(parameter, "description");
            fields.push(field);
        }
        if fields.is_empty() {
            return Ok(None);
        }
        let name = text(sdk, "params");
        if name.is_empty() {
            return Err("has query parameters, so x-sdk must name their struct in `params`".to_owned());
        }
        self.queries.push(Model {
            name: name.clone(),
            doc: "What to ask for; everything may be left out.".to_owned(),
            any_required: fields.iter().any(|field| field.required),
            fields,
            role: Role::Filter,
        });
        Ok(Some(name))
    }

    fn body(&self, operation: &Value, sdk: &Value) -> Result<Option<Body>> {
        let Some(body) = operation.get("requestBody") else { return Ok(None) };
        let schema = body.pointer("/content/application~1json/schema").ok_or("a body needs a JSON schema")?;
        let model = reference(schema).ok_or("a body needs a schema of its own")?;
        let fields = self.schemas.model(&model)?.fields;
        let positional = strings(sdk.get("positional").unwrap_or(&Value::Null))
            .iter()
            .map(|name| {
                let field = fields.iter().find(|field| &field.name == name);
                field.cloned().ok_or_else(|| format!("{model} has no field `{name}`"))
            })
            .collect::<Result<Vec<_>>>()?;
        Ok(Some(Body { model, required: flag(body, "required"), positional }))
    }

    fn result(&self, operation: &Value, sdk: &Value, paging: bool) -> Result<(u16, ResultShape)> {
        let success =
            object_keys(operation, "responses").find(|status| *status < 300).ok_or("needs a success")?;
        let pointer = format!("/responses/{success}/content/application~1json/schema");
        let Some(schema) = operation.pointer(&pointer) else { return Ok((success, ResultShape::Empty)) };
        let name = reference(schema).ok_or("an answer needs a schema of its own")?;
        if flag(sdk, "streams") {
            return Ok((success, ResultShape::Stream { item: name }));
        }
        let Some(envelope) = sdk.get("envelope") else { return Ok((success, ResultShape::Model { name })) };
        let mut keys = vec![text(envelope, "items")];
        keys.extend(strings(envelope.get("also").unwrap_or(&Value::Null)));
        let fields = self.schemas.model(&name)?.fields;
        let item = fields.iter().find(|field| field.wire == keys[0]).map(|field| field.ty.clone());
        let Some(Type::List { item }) = item else { return Err(format!("{name} has no list `{}`", keys[0])) };
        let Type::Model { name: item } = *item else { return Err(format!("{name} does not list objects")) };
        let shape = if paging {
            let identity = sdk.pointer("/page/key").and_then(Value::as_str).ok_or("paging needs page.key")?;
            ResultShape::Page { item, keys, identity: identity.to_owned() }
        } else {
            ResultShape::List { item, keys }
        };
        Ok((success, shape))
    }

    /// The models that answers are made of, and those that requests are made of.
    fn models(&self, operations: &[Operation]) -> Result<(Vec<Model>, Vec<Model>)> {
        let mut inputs = Vec::new();
        let mut results = BTreeMap::new();
        for operation in operations {
            match &operation.result {
                ResultShape::Model { name: item }
                | ResultShape::Stream { item }
                | ResultShape::List { item, .. }
                | ResultShape::Page { item, .. } => {
                    let role = if operation.internal { Role::Internal } else { Role::Answer };
                    results.insert(item.clone(), role);
                }
                ResultShape::Empty => {}
            }
            if let Some(told) = &operation.tells {
                results.insert(told.clone(), Role::Part);
            }
            if let Some(body) = operation.body.as_ref().filter(|_| !operation.internal) {
                let mut model = self.schemas.model(&body.model)?;
                let is_change = matches!(operation.verb.as_str(), "PUT" | "PATCH");
                model.role = if is_change { Role::Change } else { Role::Body };
                let is_new = !inputs.iter().any(|known: &Model| known.name == model.name);
                if is_new && body.positional.len() < model.fields.len() {
                    inputs.push(model);
                }
            }
        }
        inputs.extend(self.queries.iter().cloned());
        let models = self.reachable(&results)?;
        Ok((models, inputs))
    }

    fn reachable(&self, results: &BTreeMap<String, Role>) -> Result<Vec<Model>> {
        let mut waiting: VecDeque<String> = results.keys().cloned().collect();
        let mut seen = BTreeSet::new();
        while let Some(name) = waiting.pop_front() {
            if seen.insert(name.clone()) {
                let fields = self.schemas.model(&name)?.fields;
                waiting.extend(fields.iter().filter_map(|field| model_name(&field.ty)));
            }
        }
        // In the contract's order, which is the order that a reader expects.
        let named = self.schemas.0.keys().filter(|name| seen.contains(*name));
        let models = named.map(|name| {
            let model = self.schemas.model(name)?;
            Ok(Model { role: results.get(name).copied().unwrap_or(model.role), ..model })
        });
        models.collect()
    }

    fn enums<'m>(&self, models: impl Iterator<Item = &'m Model>) -> Result<Vec<super::ir::OpenEnum>> {
        let used: BTreeSet<String> =
            models.flat_map(|model| &model.fields).filter_map(|field| enum_name(&field.ty)).collect();
        let named = self.schemas.0.keys().filter(|name| used.contains(*name));
        named.map(|name| self.schemas.open_enum(name)).collect()
    }
}

fn object_keys<'a>(value: &'a Value, key: &str) -> impl Iterator<Item = u16> + 'a {
    let map = value.get(key).and_then(Value::as_object);
    map.into_iter().flat_map(Map::keys).filter_map(|status| status.parse().ok())
}

fn model_name(ty: &Type) -> Option<String> {
    match ty {
        Type::Model { name } => Some(name.clone()),
        Type::List { item } | Type::Map { item } => model_name(item),
        _ => None,
    }
}

fn enum_name(ty: &Type) -> Option<String> {
    match ty {
        Type::Enum { name } => Some(name.clone()),
        Type::List { item } | Type::Map { item } => enum_name(item),
        _ => None,
    }
}

/// `app_id` to `AppId`, `in-progress` to `InProgress`.
pub(crate) fn pascal(name: &str) -> String {
    name.split(['_', '-', '.'])
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map(|first| first.to_ascii_uppercase().to_string() + letters.as_str())
                .unwrap_or_default()
        })
        .collect()
}
