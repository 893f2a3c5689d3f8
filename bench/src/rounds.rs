//! Rounds in turns: what the machine does meanwhile meets both alike.

use std::time::{Duration, Instant};

use crate::clients::{Client, Failure, Task};

const ROUNDS: usize = 9;
const ROUND: Duration = Duration::from_millis(400);
const WARM_UP: Duration = Duration::from_millis(200);

/// Requests per second of both, in each round.
pub(crate) struct Cell {
    pub(crate) task: Task,
    pub(crate) at_once: usize,
    pub(crate) by_hand: Vec<f64>,
    pub(crate) sdk: Vec<f64>,
}

/// Measures every cell.
pub(crate) async fn all(url: &str) -> Result<Vec<Cell>, Failure> {
    let (by_hand, sdk) = (Client::by_hand(url)?, Client::sdk(url)?);
    let mut cells = Vec::new();
    for task in [Task::One, Task::Page] {
        for at_once in [1, 32] {
            let mut cell = Cell { task, at_once, by_hand: Vec::new(), sdk: Vec::new() };
            for client in [&by_hand, &sdk] {
                round(client, task, at_once, WARM_UP).await?;
            }
            for number in 0..ROUNDS {
                // Who goes first changes, too.
                let mut both = [(&by_hand, &mut cell.by_hand), (&sdk, &mut cell.sdk)];
                if number % 2 == 1 {
                    both.reverse();
                }
                for (client, figures) in both {
                    figures.push(round(client, task, at_once, ROUND).await?);
                }
            }
            cells.push(cell);
        }
    }
    Ok(cells)
}

/// Requests per second over some time.
pub(crate) async fn round(
    client: &Client,
    task: Task,
    at_once: usize,
    time: Duration,
) -> Result<f64, Failure> {
    let began = Instant::now();
    let workers: Vec<_> = (0..at_once)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move {
                let mut done = 0_u32;
                while began.elapsed() < time {
                    client.run(task).await?;
                    done += 1;
                }
                Ok::<_, Failure>(done)
            })
        })
        .collect();
    let mut done = 0;
    for worker in workers {
        done += worker.await??;
    }
    Ok(f64::from(done) / began.elapsed().as_secs_f64())
}
