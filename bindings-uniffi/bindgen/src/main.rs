//! Writes what Kotlin and Swift need to call the native library: `UniFFI`'s own generator, of the version that the library is
//! built with.
//!
//! `spice-cloud-bindgen kotlin|swift LIBRARY CONFIG FOLDER`

mod hide;

use std::error::Error;
use std::fs;
use std::io::Write as _;
use std::process::ExitCode;

use uniffi::{GenerateOptions, TargetLanguage, generate};

/// What `UniFFI` writes for Kotlin, in its folder.
const KOTLIN: &str = "ai/spice/cloud/internal/spice_cloud_native.kt";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // Without a place for words the exit code has to say it.
            let _ = writeln!(std::io::stderr(), "error: {error}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[&str]) -> Result<(), Box<dyn Error>> {
    let [language, library, config, folder] = arguments else {
        return Err("usage: spice-cloud-bindgen kotlin|swift LIBRARY CONFIG FOLDER".into());
    };
    let languages = match *language {
        "kotlin" => vec![TargetLanguage::Kotlin],
        "swift" => vec![TargetLanguage::Swift],
        other => return Err(format!("{other} is neither kotlin nor swift").into()),
    };
    generate(GenerateOptions {
        languages,
        source: (*library).into(),
        out_dir: (*folder).into(),
        config_override: Some((*config).into()),
        ..GenerateOptions::default()
    })?;
    if *language == "kotlin" {
        let path = std::path::Path::new(folder).join(KOTLIN);
        let text = fs::read_to_string(&path)?;
        fs::write(&path, hide::hidden(&text))?;
    }
    Ok(())
}
