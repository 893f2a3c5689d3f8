//! What the emulator does: how soon it is ready, and how many requests it answers on its one thread.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use spice_cloud_emulator::{Emulator, Seed};

use crate::clients::Failure;

const ROUNDS: usize = 5;
const ROUND: Duration = Duration::from_millis(600);
const AT_ONCE: usize = 32;

/// Measures it, and gives a table in Markdown.
pub(crate) async fn table() -> Result<String, Failure> {
    // A provider that is there already serves as well.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let http = reqwest::Client::builder().no_proxy().tls_certs_only([]).build()?;
    let began = Instant::now();
    let emulator = Emulator::builder().seed(Seed::Demo).start()?;
    get(&http, &format!("{}/v1/health", emulator.url()), None).await?;
    let ready = began.elapsed();

    let mut text = format!(
        "Ready, with the demo seed, after {:.1} ms.\n\n| request | at once | req/s, median | slowest round |\n|---|---|---|---|\n",
        ready.as_secs_f64() * 1000.0
    );
    let app = emulator.state()["apps"][0]["id"].clone();
    for path in [format!("/v1/apps/{app}"), "/v1/apps?limit=20".to_owned()] {
        let url = format!("{}{path}", emulator.url());
        let mut figures = Vec::new();
        for _ in 0..ROUNDS {
            figures.push(round(&http, &url, emulator.token()).await?);
            emulator.clear_requests();
        }
        figures.sort_by(f64::total_cmp);
        let (median, slowest) = (figures.get(ROUNDS / 2), figures.first());
        // Writing to a String cannot fail.
        let _ = writeln!(
            text,
            "| GET {} | {AT_ONCE} | {:.0} | {:.0} |",
            path.replace(&app.to_string(), "{app_id}"),
            median.copied().unwrap_or(f64::NAN),
            slowest.copied().unwrap_or(f64::NAN)
        );
    }
    Ok(text)
}

async fn get(http: &reqwest::Client, url: &str, token: Option<&str>) -> Result<(), Failure> {
    let request = token.map_or_else(|| http.get(url), |token| http.get(url).bearer_auth(token));
    request.send().await?.error_for_status()?.bytes().await?;
    Ok(())
}

/// Requests per second over some time.
async fn round(http: &reqwest::Client, url: &str, token: &str) -> Result<f64, Failure> {
    let began = Instant::now();
    let workers: Vec<_> = (0..AT_ONCE)
        .map(|_| {
            let (http, url, token) = (http.clone(), url.to_owned(), token.to_owned());
            tokio::spawn(async move {
                let mut done = 0_u32;
                while began.elapsed() < ROUND {
                    get(&http, &url, Some(&token)).await?;
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
