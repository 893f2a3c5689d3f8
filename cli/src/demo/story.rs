//! How the story goes: step by step, and never without tidying up.

use std::time::{Duration, Instant};

use spice_cloud::ErrorKind;

use super::recorder::{HttpCall, Recorder};
use super::scene::Scene;
use super::steps::STEPS;
use crate::failure::Failure;
use crate::output::{plain, took};

/// A step that has happened.
pub(super) struct Chapter {
    pub(super) title: &'static str,
    pub(super) happened: String,
    pub(super) ok: bool,
    pub(super) calls: Vec<HttpCall>,
    pub(super) took: Duration,
}

/// Plays every step, or up to the first that fails; then nothing is left behind.
pub(super) fn play(scene: &mut Scene<'_>, recorder: &Recorder) -> (Vec<Chapter>, Result<(), Failure>) {
    let mut chapters = Vec::new();
    let mut ending = Ok(());
    for (index, step) in STEPS.iter().enumerate() {
        (scene.say)(&format!("[{:>2}/{}] {}", index + 1, STEPS.len(), step.title));
        let (chapter, result) = chapter(scene, recorder, step.title, |scene| {
            if scene.cancel.is_cancelled() { Err(Failure::interrupted()) } else { (step.play)(scene) }
        });
        chapters.push(chapter);
        ending = result;
        if ending.is_err() {
            break;
        }
    }
    if scene.app.is_some() || scene.maybe_created || scene.member.is_some() {
        (scene.say)("[     ] tidy up");
        // The story has failed already; the chapter tells what became of the rest.
        chapters.push(chapter(scene, recorder, "tidy up", tidy_up).0);
    }
    (chapters, ending)
}

/// Does something, and writes down what happened.
fn chapter(
    scene: &mut Scene<'_>,
    recorder: &Recorder,
    title: &'static str,
    play: impl FnOnce(&mut Scene<'_>) -> Result<String, Failure>,
) -> (Chapter, Result<(), Failure>) {
    let started = Instant::now();
    let result = play(scene);
    let (happened, ok) = match &result {
        Ok(happened) => (happened.clone(), true),
        Err(failure) => (format!("failed: {}", failure.message()), false),
    };
    let chapter = Chapter { title, happened, ok, calls: recorder.take(), took: started.elapsed() };
    (scene.say)(&format!("        {} ({})", plain(&chapter.happened), took(chapter.took)));
    (chapter, result.map(drop))
}

/// Takes back what a story that broke off has made. Tries everything, whatever fails.
fn tidy_up(scene: &mut Scene<'_>) -> Result<String, Failure> {
    let mut done = Vec::new();
    let mut failed = None;
    if let Some(member) = scene.member.take() {
        match scene.api.members().remove(&member) {
            Ok(()) => done.push(format!("removed {}", member.username)),
            Err(error) => {
                let hint = format!("remove the member: spice-cloud members remove {}", member.user_id);
                failed = Some(left_behind(&error, &hint));
            }
        }
    }
    if let Err(error) = delete_app(scene, &mut done) {
        failed =
            Some(left_behind(&error, &format!("delete the app: spice-cloud apps delete {}", scene.cast.app)));
    }
    failed.map_or_else(|| Ok(done.join(", ")), Err)
}

fn delete_app(scene: &mut Scene<'_>, done: &mut Vec<String>) -> Result<(), spice_cloud::Error> {
    let apps = scene.api.apps();
    let app = match scene.app.take() {
        // Nobody else uses the name, so an app of this name is the one that the answer did not tell of.
        None if scene.maybe_created => apps.find(&scene.cast.app)?,
        app => app,
    };
    let Some(app) = app else { return Ok(()) };
    match apps.delete(&app) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(error),
        _ => {
            done.push(format!("deleted app {}", app.name));
            Ok(())
        }
    }
}

fn left_behind(error: &spice_cloud::Error, hint: &str) -> Failure {
    Failure::local(format!("{error}; {hint}"))
}
