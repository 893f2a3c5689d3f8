//! What each public name calls: one table, for both clients.

/// Writes a module with the function that makes a call and the names that it knows.
macro_rules! calls {
    ($(#[$doc:meta])* $module:ident, [$($asyncness:tt)*], $client:ty, $args:ident, $on:ident, $($name:literal => $call:expr,)*) => {
        $(#[$doc])*
        pub mod $module {
            use super::super::arguments::Args;
            use super::super::outcome::{Reply, Watched, keep, reply};
            use super::super::rotate::{Busy, Shown as Rotation, handover, params as rotation, rotated};
            use super::super::{blocking_twin, params};

            /// Every name that can be called.
            pub const NAMES: &[&str] = &[$($name),*];

            /// Makes the call of a name.
            ///
            /// # Errors
            ///
            /// When there is no such name or the arguments are not its own.
            pub $($asyncness)* fn call($on: &$client, name: &str, $args: &mut Args<'_>) -> Result<Reply, String> {
                let answered = match name {
                    $($name => reply($call),)*
                    other => Err(format!("there is no call of the name {other}")),
                };
                $args.finish().and(answered)
            }
        }
    };
}

/// How a list is walked, from the arguments.
macro_rules! paged {
    ($pager:expr, $args:ident) => {{
        let mut pager = $pager;
        if let Some(size) = $args.take("page_size")? {
            pager = pager.page_size(size);
        }
        if let Some(offset) = $args.take("offset")? {
            pager = pager.offset(offset);
        }
        if let Some(limit) = $args.take("limit")? {
            pager = pager.limit(limit);
        }
        pager
    }};
}

/// Takes all that a stream or an iterator has to give.
macro_rules! drained {
    ($stream:expr, [$($wait:tt)*], $item:ident => $take:expr) => {{
        let mut stream = $stream;
        #[allow(clippy::while_let_on_iterator)] // The same form for streams and iterators.
        while let Some($item) = stream.next() $($wait)* {
            $take;
        }
    }};
}

macro_rules! both {
    ($(#[$doc:meta])* $module:ident, $client:ty, [$($asyncness:tt)*], [$($wait:tt)*]) => {
        calls! {
            $(#[$doc])* $module, [$($asyncness)*], $client, args, client,
            "client.health" => client.health() $($wait)*,
            "client.limits" => client.limits() $($wait)*,
            "client.request" => client.request(params::request(args)?) $($wait)*,
            "client.reconcile" => client.reconcile(args.error()?) $($wait)*,
            "regions.list" => client.regions().list() $($wait)*,
            "container_images.list" => client.container_images().list(params::container_images(args)?) $($wait)*,
            "orgs.list" => client.orgs().list() $($wait)*,
            "clusters.list" => client.clusters().list() $($wait)*,
            "apps.list" => paged!(client.apps().list(), args).try_collect() $($wait)*,
            "apps.list.first" => paged!(client.apps().list(), args).first() $($wait)*,
            "apps.list.pages" => {
                let mut pages = Ok(Vec::new());
                let stream = paged!(client.apps().list(), args).pages();
                drained!(stream, [$($wait)*], page => keep(&mut pages, page));
                pages
            },
            "apps.get" => client.apps().get(args.app()?) $($wait)*,
            "apps.find" => client.apps().find(args.need::<String>("name")?) $($wait)*,
            "apps.create" => client.apps().create(params::create_app(args)?) $($wait)*,
            "apps.update" => client.apps().update(args.app()?, params::update_app(args)?) $($wait)*,
            "apps.update_if_unchanged" => {
                client.apps().update_if_unchanged(args.app_as_read()?, params::update_app(args)?) $($wait)*
            },
            "apps.delete" => client.apps().delete(args.app()?) $($wait)*,
            "apps.metrics" => client.apps().metrics(args.app()?, params::app_metrics(args)?) $($wait)*,
            "apps.resume" => client.apps().resume(args.app()?) $($wait)*,
            "deployments.list" => {
                let list = client.deployments().list(args.app()?, params::deployments(args)?);
                paged!(list, args).try_collect() $($wait)*
            },
            "deployments.list.first" => {
                let list = client.deployments().list(args.app()?, params::deployments(args)?);
                paged!(list, args).first() $($wait)*
            },
            "deployments.get" => client.deployments().get(args.app()?, args.deployment()?) $($wait)*,
            "deployments.create" => {
                client.deployments().create(args.app()?, params::create_deployment(args)?) $($wait)*
            },
            "deployments.wait" => {
                client.deployments().wait(args.app()?, args.deployment()?, params::wait(args)?) $($wait)*
            },
            "deployments.watch" => {
                let watch = client.deployments().watch(args.app()?, args.deployment()?, params::wait(args)?);
                let mut watched = Watched::default();
                drained!(watch, [$($wait)*], event => watched.add(event));
                Ok(watched)
            },
            "deployments.deploy" => {
                let (app, options) = (args.app()?, params::deploy(args)?);
                client.deployments().deploy(app, params::create_deployment(args)?, options) $($wait)*
            },
            "deployments.deploy.events" => {
                let (app, options) = (args.app()?, params::deploy(args)?);
                let steps = client.deployments().deploy_events(app, params::create_deployment(args)?, options);
                let mut watched = Watched::default();
                drained!(steps, [$($wait)*], event => watched.add(event));
                Ok(watched)
            },
            "deployments.rollback" => {
                client.deployments().rollback(args.app()?, params::rollback(args)?) $($wait)*
            },
            "apps.lint" => client.apps().lint(args.app()?, params::lint(args)?) $($wait)*,
            "secrets.drift" => client.secrets().drift(args.app()?) $($wait)*,
            "client.whoami" => client.whoami() $($wait)*,
            "client.require" => client.require(args.need::<Vec<String>>("scopes")?) $($wait)*,
            "client.plan" => client.plan(params::plan(args)?) $($wait)*,
            "client.apply" => client.apply(params::apply(args)?) $($wait)*,
            "client.doctor" => client.doctor() $($wait)*,
            "api_keys.rotate" => {
                let (app, shown) = (args.app()?, Rotation::default());
                let functions = handover(args, &shown)?;
                let busy = Busy::start(args, &blocking_twin(client), app.get(), &shown)?;
                let report = client.api_keys().rotate(app, rotation(args)?, functions) $($wait)*;
                rotated(report, &shown, busy)
            },
            "runtime.sql" => client.runtime(args.runtime()?).sql(args.need::<String>("sql")?) $($wait)*,
            "runtime.search" => client.runtime(args.runtime()?).search(params::search(args)?) $($wait)*,
            "runtime.chat" => client.runtime(args.runtime()?).chat(params::chat(args)?) $($wait)*,
            "runtime.chat_stream" => {
                match client.runtime(args.runtime()?).chat_stream(params::chat(args)?) {
                    Ok(pieces) => {
                        let mut all = Ok(Vec::new());
                        drained!(pieces, [$($wait)*], piece => keep(&mut all, piece));
                        all
                    }
                    Err(error) => Err(error),
                }
            },
            "runtime.ready" => client.runtime(args.runtime()?).ready() $($wait)*,
            "runtime.health" => client.runtime(args.runtime()?).health() $($wait)*,
            "runtime.datasets" => client.runtime(args.runtime()?).datasets() $($wait)*,
            "runtime.metrics" => client.runtime(args.runtime()?).metrics() $($wait)*,
            "secrets.list" => client.secrets().list(args.app()?) $($wait)*,
            "secrets.get" => client.secrets().get(args.app()?, args.need::<String>("name")?) $($wait)*,
            "secrets.set" => {
                let (name, value) = (args.need::<String>("name")?, args.need::<String>("value")?);
                client.secrets().set(args.app()?, name, value) $($wait)*
            },
            "secrets.set_many" => client.secrets().set_many(args.app()?, params::secrets(args)?) $($wait)*,
            "secrets.delete" => client.secrets().delete(args.app()?, args.need::<String>("name")?) $($wait)*,
            "api_keys.get" => client.api_keys().get(args.app()?) $($wait)*,
            "api_keys.regenerate" => {
                client.api_keys().regenerate(args.app()?, params::regenerate_api_key(args)?) $($wait)*
            },
            "forks.list" => client.forks().list(args.app()?) $($wait)*,
            "forks.create" => client.forks().create(args.app()?, params::create_fork(args)?) $($wait)*,
            "monitors.list" => client.monitors().list(args.app()?) $($wait)*,
            "monitors.create" => client.monitors().create(args.app()?, params::create_monitor(args)?) $($wait)*,
            "monitors.get" => client.monitors().get(args.app()?, args.need::<String>("monitor")?) $($wait)*,
            "monitors.update" => {
                let (app, monitor) = (args.app()?, args.need::<String>("monitor")?);
                client.monitors().update(app, monitor, params::update_monitor(args)?) $($wait)*
            },
            "monitors.delete" => client.monitors().delete(args.app()?, args.need::<String>("monitor")?) $($wait)*,
            "reactions.list" => client.reactions().list(args.app()?) $($wait)*,
            "reactions.create" => client.reactions().create(args.app()?, params::create_reaction(args)?) $($wait)*,
            "reactions.get" => client.reactions().get(args.app()?, args.need::<String>("reaction")?) $($wait)*,
            "reactions.update" => {
                let (app, reaction) = (args.app()?, args.need::<String>("reaction")?);
                client.reactions().update(app, reaction, params::update_reaction(args)?) $($wait)*
            },
            "reactions.delete" => client.reactions().delete(args.app()?, args.need::<String>("reaction")?) $($wait)*,
            "members.list" => client.members().list() $($wait)*,
            "members.get" => client.members().get(args.user()?) $($wait)*,
            "members.add" => client.members().add(params::add_member(args)?) $($wait)*,
            "members.update" => client.members().update(args.user()?, params::update_member(args)?) $($wait)*,
            "members.remove" => client.members().remove(args.user()?) $($wait)*,
        }
    };
}

both!(
    /// Calls of the asynchronous client.
    asynchronous, spice_cloud::Client, [async], [.await]
);
both!(
    /// Calls of the client that waits.
    blocking, spice_cloud::blocking::Client, [], []
);
