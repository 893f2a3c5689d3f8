//! The Rust core as one of those that the Python benchmark measures in turns.

use std::io::{BufRead, Write};
use std::time::Duration;

use crate::clients::{Client, Failure, Task};
use crate::rounds::round;
use crate::runtime;

/// Before each round, as the workers in Python do.
const WARM_UP: Duration = Duration::from_millis(50);

/// Says `ready`, and then answers each line `one|page AT_ONCE SECONDS` with calls per second, until there are no more.
pub(crate) fn work(url: &str) -> Result<(), Failure> {
    let (runtime, client, mut out) = (runtime()?, Client::sdk(url)?, std::io::stdout());
    writeln!(out, "ready")?;
    for line in std::io::stdin().lock().lines() {
        let (task, at_once, time) = read(&line?)?;
        runtime.block_on(round(&client, task, at_once, WARM_UP))?;
        writeln!(out, "{}", runtime.block_on(round(&client, task, at_once, time))?)?;
    }
    Ok(())
}

fn read(line: &str) -> Result<(Task, usize, Duration), Failure> {
    let words: Vec<&str> = line.split(' ').collect();
    let [task, at_once, seconds] = words[..] else { return Err(format!("{line:?} asks nothing").into()) };
    let task = match task {
        "one" => Task::One,
        "page" => Task::Page,
        _ => return Err(format!("there is no task {task:?}").into()),
    };
    Ok((task, at_once.parse()?, Duration::try_from_secs_f64(seconds.parse()?)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_say_what_to_measure() {
        assert_eq!(read("page 32 0.3").unwrap(), (Task::Page, 32, Duration::from_millis(300)));
        for bad in ["", "page 32", "all 1 0.3", "one 1 -1", "one x 0.3"] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }
}
