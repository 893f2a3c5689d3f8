//! Black-box tests: an emulator is started and spoken to over HTTP, as any client would. Every answer is checked against
//! the contract on its way (see `support`).

#[cfg(test)]
mod access;
#[cfg(test)]
mod administration;
#[cfg(test)]
mod alerts;
#[cfg(test)]
mod apps;
#[cfg(test)]
mod broken_answers;
#[cfg(test)]
mod catalog;
#[cfg(test)]
mod conformance;
#[cfg(test)]
mod deployments;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod forks;
#[cfg(test)]
mod handle;
#[cfg(test)]
mod members;
#[cfg(test)]
mod oauth;
#[cfg(test)]
mod protocol;
#[cfg(test)]
mod quirks;
#[cfg(test)]
mod rate_limits;
#[cfg(test)]
mod runtime;
#[cfg(test)]
mod runtime_chat;
#[cfg(test)]
mod runtime_sql;
#[cfg(test)]
mod secrets_and_keys;
#[cfg(test)]
mod storage;
#[cfg(test)]
mod support;
#[cfg(test)]
mod tls;
#[cfg(test)]
mod workflows;
