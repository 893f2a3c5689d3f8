//! Lists inside an envelope: `{"apps": […]}`, the same under an older or newer key, or a bare list.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::lenient::{Key, Lenient, Seed};

/// Reads the list that stands under one of the keys.
pub(crate) struct Envelope<T> {
    keys: &'static [&'static str],
    item: PhantomData<T>,
}

impl<T> Envelope<T> {
    pub(crate) fn new(keys: &'static [&'static str]) -> Self {
        Self { keys, item: PhantomData }
    }
}

impl<'de, T: Lenient> DeserializeSeed<'de> for Envelope<T> {
    type Value = Vec<T>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Self::Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de, T: Lenient> Visitor<'de> for Envelope<T> {
    type Value = Vec<T>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "a list under `{}`", self.keys.join("` or `"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut list = None;
        while let Some(key) = map.next_key::<Key<'de>>()? {
            if self.keys.contains(&key.as_str()) {
                list = Some(map.next_value_seed(Seed::<Vec<T>>::new())?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        list.ok_or_else(|| A::Error::custom(format_args!("there is no `{}`", self.keys.join("` or `"))))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Self::Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(Seed::new())? {
            list.push(item);
        }
        Ok(list)
    }
}
