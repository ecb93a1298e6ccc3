//! A text file that is written line by line, under another name until it is complete.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Fault, content};
use crate::data::ExcClass;
use crate::io::codec::{Encoding, Errors, encode};
use crate::io::compress::{self, Compression, Finish};

/// A file of items with line ends between them. Dropped without [`LineWriter::finish`], it leaves nothing behind.
pub struct LineWriter {
    path: Arc<str>,
    beside: PathBuf,
    to: Option<Box<dyn Finish>>,
    encoding: Encoding,
    started: bool,
}

impl LineWriter {
    /// Begin a file; its folder is made if it is not there.
    pub fn create(path: &str, compression: Option<Compression>, encoding: Encoding) -> Result<LineWriter, Fault> {
        let shared: Arc<str> = Arc::from(path);
        let os = |error| Fault::Os(error, shared.clone());
        let target = Path::new(path);
        let folder = target.parent().unwrap_or(Path::new("/"));
        std::fs::create_dir_all(folder).map_err(os)?;
        let name = target.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let beside = folder.join(format!(".{name}.{}.part", std::process::id()));
        let file = File::create(&beside).map_err(os)?;
        let to = compress::writer(compression, BufWriter::with_capacity(1 << 16, file), None).map_err(os)?;
        Ok(LineWriter { path: shared.clone(), beside, to: Some(to), encoding, started: false })
    }

    /// Write an item, a line end before it unless it is the first.
    pub fn item(&mut self, text: &str) -> Result<(), Fault> {
        if self.started {
            self.write("\n")?;
        }
        self.write(text)?;
        self.started = true;
        Ok(())
    }

    fn write(&mut self, text: &str) -> Result<(), Fault> {
        let Some(to) = &mut self.to else { return Ok(()) };
        let done = match self.encoding {
            Encoding::Utf8 => to.write_all(text.as_bytes()),
            encoding => match encode(text, encoding, Errors::Strict, !self.started) {
                Ok(bytes) => to.write_all(&bytes),
                Err(fault) => {
                    let help = format!("while writing {}: give another `encoding=`, such as utf-8", self.path);
                    return Err(content(ExcClass::UnicodeEncodeError, fault.message(), help));
                }
            },
        };
        done.map_err(|error| Fault::Os(error, self.path.clone()))
    }

    /// End the file and give it its name; `last`: with a line end behind the last item.
    pub fn finish(mut self, last: bool) -> Result<(), Fault> {
        if last {
            self.started = true;
            self.write("\n")?;
        }
        let Some(to) = self.to.take() else { return Ok(()) };
        let done = to.finish().and_then(|()| std::fs::rename(&self.beside, &*self.path));
        done.map_err(|error| Fault::Os(error, self.path.clone()))
    }
}

impl Drop for LineWriter {
    fn drop(&mut self) {
        if self.to.take().is_some() {
            // What was not finished is not there; that it can't be removed helps nobody.
            let _ = std::fs::remove_file(&self.beside);
        }
    }
}
