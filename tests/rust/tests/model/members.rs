//! Changes of members, and what has to come of them.

use std::collections::BTreeMap;

use spice_cloud::{AddMember, ErrorKind, MemberRole, UpdateMember};

use crate::world::{Known, World};

const USERS: [&str; 3] = ["grace", "linus", "margaret"];

impl World {
    fn some_roles(&mut self) -> Vec<MemberRole> {
        [[MemberRole::Viewer], [MemberRole::Admin], [MemberRole::Member]][self.rng.usize(..3)].to_vec()
    }

    /// One who is a member, or is not; nobody when there is none.
    fn somebody(&mut self, member: bool) -> Option<&'static str> {
        let fitting: Vec<&str> =
            USERS.into_iter().filter(|name| self.members.contains_key(*name) == member).collect();
        (!fitting.is_empty()).then(|| fitting[self.rng.usize(..fitting.len())])
    }

    pub async fn add_member(&mut self) {
        let Some(name) = self.somebody(false) else { return self.remove_member().await };
        let roles = self.some_roles();
        let params = AddMember::builder().username(name).roles(roles.clone()).build();
        let known = match self.player.members().add(params).await {
            Ok(member) => {
                assert_eq!((member.username.as_str(), &member.roles), (name, &roles));
                self.succeeded(member.meta.adopted());
                Known::Happened
            }
            Err(error) => self.settle(&error).await.0,
        };
        self.requests();
        let now = self.members_now().await;
        self.judge(name, known, usize::from(now.contains_key(name)));
        self.members = now;
    }

    pub async fn change_member(&mut self) {
        let Some(name) = self.somebody(true) else { return self.add_member().await };
        let (id, roles) = (self.id_of(name).await, self.some_roles());
        let params = UpdateMember::builder().roles(roles.clone()).build();
        let known = match self.player.members().update(id, params).await {
            Ok(member) => {
                assert_eq!(member.roles, roles);
                self.succeeded(false);
                Known::Happened
            }
            Err(error) => self.settle(&error).await.0,
        };
        self.requests();
        let now = self.members_now().await;
        let words: Vec<String> = roles.iter().map(ToString::to_string).collect();
        let same_as_before = self.members.get(name) == Some(&words);
        if !same_as_before {
            self.judge(name, known, usize::from(now.get(name) == Some(&words)));
        }
        self.members = now;
    }

    pub async fn remove_member(&mut self) {
        let Some(name) = self.somebody(true) else { return };
        let id = self.id_of(name).await;
        let known = match self.player.members().remove(id).await {
            Ok(()) => {
                self.succeeded(false);
                Known::Happened
            }
            Err(error) => {
                assert_ne!(error.kind(), ErrorKind::NotFound, "{error}");
                self.settle(&error).await.0
            }
        };
        self.requests();
        let now = self.members_now().await;
        self.judge(name, known, usize::from(!now.contains_key(name)));
        self.members = now;
    }

    async fn id_of(&self, name: &str) -> i64 {
        let members = self.referee.members().list().await.unwrap();
        members.iter().find(|member| member.username == name).unwrap().user_id
    }

    /// All but the owner.
    async fn members_now(&self) -> BTreeMap<String, Vec<String>> {
        let members = self.referee.members().list().await.unwrap().into_iter();
        members
            .filter(|member| member.is_owner != Some(true))
            .map(|member| (member.username, member.roles.iter().map(ToString::to_string).collect()))
            .collect()
    }

    pub async fn compare_members(&self) {
        assert_eq!(self.members_now().await, self.members);
    }
}
