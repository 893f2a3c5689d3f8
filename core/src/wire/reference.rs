//! Arguments that take the identifier of an object or the object itself.

/// What stands for a placeholder of a path.
#[derive(Clone, Debug)]
pub(crate) enum Segment {
    Id(i64),
    Text(String),
}

impl From<String> for Segment {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

/// Declares such an argument type.
macro_rules! reference {
    ($(#[$doc:meta])* pub struct $name:ident($model:ident.$field:ident);) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub struct $name(i64);

        impl $name {
            /// The identifier.
            pub fn get(self) -> i64 {
                self.0
            }
        }

        impl From<i64> for $name {
            fn from(id: i64) -> Self {
                Self(id)
            }
        }

        impl From<i32> for $name {
            fn from(id: i32) -> Self {
                Self(id.into())
            }
        }

        impl From<u32> for $name {
            fn from(id: u32) -> Self {
                Self(id.into())
            }
        }

        impl From<&$model> for $name {
            fn from(object: &$model) -> Self {
                Self(object.$field)
            }
        }

        impl From<$name> for $crate::wire::Segment {
            fn from(id: $name) -> Self {
                Self::Id(id.0)
            }
        }
    };
}
pub(crate) use reference;
