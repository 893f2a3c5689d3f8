//! The arguments of a call, taken one by one, so that one that is misspelt is found.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use spice_cloud::{
    App, AppId, Deployment, DeploymentId, Error, Extra, Member, Patch, RuntimeTarget, Secret, UserId,
};

use crate::scenario::Variables;

/// An object of the SDK that stands where its id may stand.
#[derive(Clone, Debug)]
pub enum Object {
    /// Of [`AppId`].
    App(Box<App>),
    /// Of [`DeploymentId`].
    Deployment(Box<Deployment>),
    /// Of [`UserId`].
    Member(Box<Member>),
    /// Of [`reconcile`](spice_cloud::Client::reconcile).
    Failure(Box<Error>),
}

/// The arguments that are left.
pub struct Args<'a> {
    members: Map<String, Value>,
    variables: &'a Variables,
}

impl<'a> Args<'a> {
    /// All arguments, with the variables whose objects they may name.
    pub fn new(members: Map<String, Value>, variables: &'a Variables) -> Self {
        Self { members, variables }
    }

    /// An argument; nothing when it is not there.
    ///
    /// # Errors
    ///
    /// When it is of another type.
    pub fn take<T: DeserializeOwned>(&mut self, name: &str) -> Result<Option<T>, String> {
        let Some(value) = self.members.shift_remove(name) else { return Ok(None) };
        serde_json::from_value(value).map(Some).map_err(|error| format!("the argument {name}: {error}"))
    }

    /// An argument that must be there.
    ///
    /// # Errors
    ///
    /// When it is missing or of another type.
    pub fn need<T: DeserializeOwned>(&mut self, name: &str) -> Result<T, String> {
        self.take(name)?.ok_or_else(|| format!("the argument {name} is missing"))
    }

    /// An argument of three states: absent keeps, null clears.
    ///
    /// # Errors
    ///
    /// When it is of another type.
    pub fn patch<T: DeserializeOwned>(&mut self, name: &str) -> Result<Patch<T>, String> {
        if self.members.get(name).is_some_and(Value::is_null) {
            self.members.shift_remove(name);
            return Ok(Patch::Clear);
        }
        self.take(name).map(|value| value.map_or(Patch::Keep, Patch::Set))
    }

    /// Members of a body that the SDK does not know.
    ///
    /// # Errors
    ///
    /// When they are no object.
    pub fn extra(&mut self) -> Result<Extra, String> {
        let members: Map<String, Value> = self.take("extra")?.unwrap_or_default();
        Ok(members.into_iter().collect())
    }

    /// The app, by id or as an object.
    ///
    /// # Errors
    ///
    /// When it is neither.
    pub fn app(&mut self) -> Result<AppId, String> {
        match self.reference("app")? {
            Reference::Id(id) => Ok(AppId::from(id)),
            Reference::Object(Object::App(app)) => Ok(AppId::from(app.as_ref())),
            Reference::Object(_) => Err("the argument app is an object of another kind".to_owned()),
        }
    }

    /// The app that an earlier call gave.
    ///
    /// # Errors
    ///
    /// When it is none.
    pub fn app_as_read(&mut self) -> Result<&'a App, String> {
        match self.reference("app")? {
            Reference::Object(Object::App(app)) => Ok(app),
            _ => Err("the argument app is no app".to_owned()),
        }
    }

    /// Whose runtime is called: an app's or a key's, and where it is.
    ///
    /// # Errors
    ///
    /// When neither is there.
    pub fn runtime(&mut self) -> Result<RuntimeTarget, String> {
        let target = match self.take::<String>("key")? {
            Some(key) => RuntimeTarget::from(Secret::from(key)),
            None => RuntimeTarget::from(self.app()?),
        };
        Ok(match self.take::<String>("url")? {
            Some(url) => target.url(url),
            None => target,
        })
    }

    /// The deployment, by id or as an object.
    ///
    /// # Errors
    ///
    /// When it is neither.
    pub fn deployment(&mut self) -> Result<DeploymentId, String> {
        match self.reference("deployment")? {
            Reference::Id(id) => Ok(DeploymentId::from(id)),
            Reference::Object(Object::Deployment(deployment)) => Ok(DeploymentId::from(deployment.as_ref())),
            Reference::Object(_) => Err("the argument deployment is an object of another kind".to_owned()),
        }
    }

    /// The user, by id or as a member.
    ///
    /// # Errors
    ///
    /// When it is neither.
    pub fn user(&mut self) -> Result<UserId, String> {
        match self.reference("user")? {
            Reference::Id(id) => Ok(UserId::from(id)),
            Reference::Object(Object::Member(member)) => Ok(UserId::from(member.as_ref())),
            Reference::Object(_) => Err("the argument user is an object of another kind".to_owned()),
        }
    }

    /// The error of an earlier call.
    ///
    /// # Errors
    ///
    /// When it is none.
    pub fn error(&mut self) -> Result<&'a Error, String> {
        match self.reference("error")? {
            Reference::Object(Object::Failure(error)) => Ok(error),
            _ => Err("the argument error is no error".to_owned()),
        }
    }

    fn reference(&mut self, name: &str) -> Result<Reference<'a>, String> {
        let value: Value = self.need(name)?;
        if let Some(object) = value.get("$object").and_then(Value::as_str) {
            return self.variables.object(object).map(Reference::Object);
        }
        value.as_i64().map(Reference::Id).ok_or_else(|| format!("the argument {name} is no id: {value}"))
    }

    /// Says that no argument may be left.
    ///
    /// # Errors
    ///
    /// When one is.
    pub fn finish(&self) -> Result<(), String> {
        let left: Vec<&str> = self.members.keys().map(String::as_str).collect();
        if left.is_empty() { Ok(()) } else { Err(format!("unknown arguments: {}", left.join(", "))) }
    }
}

enum Reference<'a> {
    Id(i64),
    Object(&'a Object),
}
