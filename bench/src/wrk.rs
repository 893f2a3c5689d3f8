//! wrk, which reads nothing of what it gets: the most that the server gives.

use std::process::{Command, Stdio};

use crate::clients::{Failure, Task};

/// The program, if the machine has it.
pub(crate) struct Wrk {
    version: String,
}

impl Wrk {
    pub(crate) fn find() -> Option<Self> {
        let output = Command::new("wrk").arg("-v").stdin(Stdio::null()).output().ok()?;
        let said = String::from_utf8_lossy(&output.stdout);
        // `wrk 4.1.0 [epoll] Copyright …`, and an exit code that means nothing. Debian's is called `debian/4.1.0-3`.
        let version = said.split_whitespace().nth(1)?;
        Some(Self { version: version.to_owned() })
    }

    pub(crate) fn version(&self) -> &str {
        &self.version
    }

    /// Requests per second over a second, the shortest time that it measures.
    pub(crate) fn rate(&self, url: &str, task: Task, at_once: usize) -> Result<f64, Failure> {
        let path = if task == Task::One { "/v1/apps/1" } else { "/v1/apps?limit=100&offset=0" };
        let mut command = Command::new("wrk");
        command.args(["-t1", "-d1s", &format!("-c{at_once}"), "-H", "Authorization: Bearer token"]);
        let output = command.arg(format!("{url}{path}")).stdin(Stdio::null()).output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        requests(&said).ok_or_else(|| format!("wrk {} tells no rate: {said:?}", self.version).into())
    }
}

fn requests(said: &str) -> Option<f64> {
    said.lines().find_map(|line| line.strip_prefix("Requests/sec:"))?.trim().parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rate_is_found_in_what_wrk_says() {
        let said = "  16763 requests in 1.00s\nRequests/sec:  16745.11\nTransfer/sec:      7.00MB\n";
        assert_eq!(requests(said), Some(16745.11));
        assert_eq!(requests("unable to connect"), None);
    }
}
