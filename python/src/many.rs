//! Many inputs in, their articles out: in their order, worked on by threads that need no interpreter.

use std::{
    collections::BTreeMap,
    num::NonZero,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, RecvTimeoutError, Sender, channel},
    },
    thread,
    time::Duration,
};

use dateline::{Pipeline, model};
use pyo3::{
    exceptions::{PyBaseException, PyException, PyRuntimeError},
    prelude::*,
    types::PyIterator,
};

use crate::{
    article::Article,
    error::{Failure, InputError, InternalError, OptionError},
    input::{Known, Request},
    options::{Options, annotate, pipeline},
};

/// How many inputs a thread may be ahead of whoever takes the articles.
const AHEAD: usize = 8;

/// How long is waited before it is looked whether somebody pressed Ctrl-C.
const PATIENCE: Duration = Duration::from_millis(50);

type Job = (u64, Request);
type Done = (u64, Request, Result<model::Article, Failure>);

/// What became of an input.
enum Outcome {
    Made(Box<model::Article>),
    Failed(PyErr),
}

/// The threads, and the ways to and from them. They end when this is dropped, each behind the document that it is at.
struct Pool {
    jobs: Sender<Job>,
    done: Mutex<Receiver<Done>>,
    stop: Arc<AtomicBool>,
    window: u64,
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

impl Pool {
    fn new(pipeline: &Arc<Pipeline>, threads: usize) -> PyResult<Self> {
        let (jobs, queue) = channel::<Job>();
        let (results, done) = channel::<Done>();
        let queue = Arc::new(Mutex::new(queue));
        let stop = Arc::new(AtomicBool::new(false));
        let mut running = 0;
        for _ in 0..threads {
            let (queue, results, stop, pipeline) = (Arc::clone(&queue), results.clone(), Arc::clone(&stop), Arc::clone(pipeline));
            let work = move || {
                while !stop.load(Ordering::Relaxed) {
                    let job = queue.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((number, request)) = job else { return };
                    let article = request.extract(&pipeline);
                    if results.send((number, request, article)).is_err() {
                        return;
                    }
                }
            };
            // where the system gives no more threads those that there are do the work
            if thread::Builder::new().name("dateline".to_owned()).spawn(work).is_err() {
                break;
            }
            running += 1;
        }
        if running == 0 {
            return Err(PyRuntimeError::new_err("the system gives no thread"));
        }
        Ok(Self { jobs, done: Mutex::new(done), stop, window: (running * AHEAD) as u64 })
    }

    /// What a thread has done, waited for as long as is said.
    fn receive(&self, patience: Duration) -> Result<Done, RecvTimeoutError> {
        self.done.lock().unwrap_or_else(PoisonError::into_inner).recv_timeout(patience)
    }
}

/// What there is to do, and what is done.
struct State {
    sources: Py<PyIterator>,
    known: Known,
    options: Option<Py<Options>>,
    pool: Pool,
    /// The number of the next input that is taken, and of the next article that is given.
    taken: u64,
    given: u64,
    /// What is done and waits for its turn.
    waiting: BTreeMap<u64, Outcome>,
    /// Whether there are no more inputs, and what the iterable raised in the end.
    exhausted: bool,
    raised: Option<PyErr>,
}

impl State {
    /// The next article or what became of it; `None` behind the last.
    fn next(&mut self, py: Python<'_>) -> PyResult<Option<Outcome>> {
        loop {
            while let Ok(done) = self.pool.receive(Duration::ZERO) {
                self.keep(done);
            }
            if let Some(outcome) = self.waiting.remove(&self.given) {
                self.given += 1;
                return Ok(Some(outcome));
            }
            if !self.exhausted && self.taken - self.given < self.pool.window {
                self.take(py)?;
                continue;
            }
            if self.taken == self.given {
                return self.raised.take().map_or(Ok(None), Err);
            }
            let pool = &self.pool;
            match py.detach(|| pool.receive(PATIENCE)) {
                Ok(done) => self.keep(done),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(InternalError::new_err("the threads have ended")),
            }
            py.check_signals()?;
        }
    }

    /// Takes one input and hands it to the threads; one that cannot be an input has failed.
    fn take(&mut self, py: Python<'_>) -> PyResult<()> {
        match self.sources.bind(py).clone().next() {
            None => self.exhausted = true,
            Some(Err(error)) => {
                self.exhausted = true;
                if !error.is_instance_of::<PyException>(py) {
                    return Err(error);
                }
                self.raised = Some(error);
            }
            Some(Ok(source)) => {
                let number = self.taken;
                self.taken += 1;
                match Request::of(&source, &self.known) {
                    Ok(request) => self.pool.jobs.send((number, request)).map_err(|_| InternalError::new_err("the threads have ended"))?,
                    Err(error) => {
                        self.waiting.insert(number, Outcome::Failed(as_dateline_error(py, error)));
                    }
                }
            }
        }
        Ok(())
    }

    /// Keeps what a thread has done; the input's object is let go here, where the interpreter's lock is held.
    fn keep(&mut self, (number, request, article): Done) {
        drop(request);
        let outcome = match article {
            Ok(article) => Outcome::Made(Box::new(article)),
            Err(failure) => Outcome::Failed(failure.into()),
        };
        self.waiting.insert(number, outcome);
    }
}

/// What an input failed with, as one of the package's own: so that what is kept in the place of an article is always one.
fn as_dateline_error(py: Python<'_>, error: PyErr) -> PyErr {
    let is_own = py
        .import("dateline._errors")
        .and_then(|errors| errors.getattr("DatelineError"))
        .is_ok_and(|own| error.value(py).is_instance(&own).unwrap_or(false));
    if is_own {
        return error;
    }
    let raised = InputError::new_err(error.value(py).to_string());
    raised.set_cause(py, Some(error));
    raised
}

/// What is given for an input.
#[derive(IntoPyObject)]
enum Given<'py> {
    Article(Bound<'py, Article>),
    Error(Bound<'py, PyBaseException>),
}

/// The articles of many inputs, in the order of the inputs: an iterator, which works ahead on threads.
#[pyclass(frozen, module = "dateline")]
pub(crate) struct Results {
    state: Mutex<Option<State>>,
    keep: bool,
}

#[pymethods]
impl Results {
    fn __iter__(slf: Bound<'_, Self>) -> Bound<'_, Self> {
        slf
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Given<'py>>> {
        let mut guard = self.state.try_lock().map_err(|_| PyRuntimeError::new_err("another thread is taking an article"))?;
        let Some(state) = guard.as_mut() else { return Ok(None) };
        let outcome = match state.next(py)? {
            None => return Ok(None),
            Some(Outcome::Failed(error)) => Err(error),
            Some(Outcome::Made(mut article)) => {
                let options = state.options.as_ref().map(Py::get);
                annotate(py, options, &mut article).map(|()| Article::new(*article))
            }
        };
        match outcome {
            Ok(article) => Ok(Some(Given::Article(Bound::new(py, article)?))),
            Err(error) if self.keep && error.is_instance_of::<PyException>(py) => {
                Ok(Some(Given::Error(error.into_value(py).into_bound(py))))
            }
            Err(error) => Err(error),
        }
    }

    /// Ends the work: the threads stop behind the documents that they are at, and there are no more articles.
    fn close(&self) -> PyResult<()> {
        self.state.try_lock().map_err(|_| PyRuntimeError::new_err("another thread is taking an article"))?.take();
        Ok(())
    }
}

/// What `dateline.extract_many` is made of: the same without a progress bar.
#[pyfunction]
#[pyo3(signature = (
    sources: "collections.abc.Iterable[bytes | bytearray | memoryview | str | os.PathLike[str] | Input]", *,
    media_type = None, encoding = None, published = None, options = None, threads = None, errors: "str" = "keep"
))]
pub(crate) fn extract_many(
    sources: &Bound<'_, PyAny>,
    media_type: Option<&str>,
    encoding: Option<String>,
    published: Option<String>,
    options: Option<Py<Options>>,
    threads: Option<usize>,
    errors: &str,
) -> PyResult<Results> {
    let keep = match errors {
        "keep" => true,
        "raise" => false,
        _ => return Err(OptionError::new_err(format!("errors {errors:?} is not known; use \"keep\" or \"raise\""))),
    };
    let threads = match threads {
        Some(0) => {
            return Err(OptionError::new_err("threads 0 is too few; use 1 or more, or None for as many as the machine runs at once"));
        }
        Some(threads) => threads,
        None => thread::available_parallelism().map_or(1, NonZero::get),
    };
    let known = Known::new(None, media_type, encoding, published, None)?;
    let pool = Pool::new(&pipeline(options.as_ref().map(Py::get)), threads)?;
    let sources = sources.try_iter()?.unbind();
    let (waiting, raised) = (BTreeMap::new(), None);
    let state = State { sources, known, options, pool, taken: 0, given: 0, waiting, exhausted: false, raised };
    Ok(Results { state: Mutex::new(Some(state)), keep })
}
