//! What every model of the API does alike: reading leniently, keeping what it does not know, writing normalised JSON.

/// Implements reading and writing for a struct whose fields are listed with their names on the wire.
///
/// `as result` marks what operations answer with, which tells about the call, and `dated` what has a time of creation;
/// `as input` marks what bodies contain.
macro_rules! wire_model {
    ($name:ident { $($fields:tt)* }) => {
        $crate::wire::model::wire_model!(@read $name [] { $($fields)* });
        $crate::wire::model::wire_model!(@write $name { $($fields)* });
    };
    ($name:ident as result { $($fields:tt)* }) => {
        $crate::wire::model::wire_model!(@result $name [] { $($fields)* });
    };
    ($name:ident as result dated { $($fields:tt)* }) => {
        $crate::wire::model::wire_model!(@result $name [created_at] { $($fields)* });
    };
    (@result $name:ident [$($created_at:ident)?] { $($fields:tt)* }) => {
        $crate::wire::model::wire_model!(@read $name [meta] { $($fields)* });
        $crate::wire::model::wire_model!(@write $name { $($fields)* });

        impl $crate::wire::model::Stamped for $name {
            fn stamp(&mut self, meta: &$crate::meta::Meta) {
                self.meta = meta.clone();
            }

            fn meta(&self) -> &$crate::meta::Meta {
                &self.meta
            }

            $(
                fn $created_at(&self) -> Option<&$crate::wire::Timestamp> {
                    self.$created_at.as_ref()
                }
            )?
        }
    };
    ($name:ident as input { $($field:ident = $wire:literal $(| $alias:literal)?,)* }) => {
        $crate::wire::model::wire_model!($name { $($field = $wire $(| $alias)?,)* });

        impl $crate::wire::ToWire for $name {
            fn to_wire(self) -> Option<$crate::wire::JsonValue> {
                let mut body = $crate::wire::Body::from(self.extra);
                $(body.put($wire, self.$field);)*
                body.to_wire()
            }

            fn secrets(&self, found: &mut Vec<$crate::wire::Secret>) {
                $(self.$field.secrets(found);)*
            }
        }
    };
    (@read $name:ident [$($meta:ident)?] { $($field:ident = $wire:literal $(| $alias:literal)?,)* }) => {
        impl $crate::wire::lenient::Lenient for $name {
            fn lenient<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                struct Reader;
                impl<'de> serde::de::Visitor<'de> for Reader {
                    type Value = $name;

                    fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        formatter.write_str("an object")
                    }

                    fn visit_map<A: serde::de::MapAccess<'de>>(self, mut map: A) -> Result<$name, A::Error> {
                        use $crate::wire::lenient::{Key, Seed, required};
                        $(let mut $field = None;)*
                        let mut extra = $crate::wire::Extra::default();
                        while let Some(key) = map.next_key::<Key<'de>>()? {
                            match key.as_str() {
                                $($wire $(| $alias)? => $field = Some(map.next_value_seed(Seed::new())?),)*
                                other => {
                                    let value: $crate::wire::JsonValue = map.next_value()?;
                                    extra.insert(other, value);
                                }
                            }
                        }
                        Ok($name { $($field: required($field, $wire)?,)* extra, $($meta: $crate::meta::Meta::default(),)? })
                    }
                }
                deserializer.deserialize_map(Reader)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $crate::wire::lenient::Lenient::lenient(deserializer)
            }
        }
    };
    (@write $name:ident { $($field:ident = $wire:literal $(| $alias:literal)?,)* }) => {
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                use $crate::wire::lenient::Lenient;
                let mut map = serializer.serialize_map(None)?;
                let mut places = 0..;
                $(
                    let place = places.next().unwrap_or_default();
                    if !self.$field.is_absent() {
                        let name = $crate::sink::FieldName(place, stringify!($field));
                        map.serialize_entry(&name, &self.$field)?;
                    }
                )*
                for (name, value) in self.extra.iter() {
                    map.serialize_entry(name, value)?;
                }
                map.end()
            }
        }
    };
}
pub(crate) use wire_model;

/// What an operation answers with: it can be told about the call that it came from.
pub(crate) trait Stamped {
    fn stamp(&mut self, meta: &crate::meta::Meta);
    fn meta(&self) -> &crate::meta::Meta;

    /// When it was created, for what says so.
    fn created_at(&self) -> Option<&crate::wire::Timestamp> {
        None
    }
}

/// What comes in pages: two items are the same when their identities are.
pub(crate) trait Identified {
    fn identity(&self) -> i64;
}
