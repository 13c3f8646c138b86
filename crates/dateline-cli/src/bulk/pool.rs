//! Tasks in, their results in the order of the tasks out, the work between spread over threads.
//!
//! Only so many tasks are under way that a slow one cannot make the results behind it pile up: the next is taken from the iterator when the oldest unfinished one is
//! less than a window's length away. Memory is bounded by that window, whatever the number of tasks.

use std::{
    collections::BTreeMap,
    sync::{Condvar, Mutex, MutexGuard, PoisonError, mpsc},
    thread,
};

/// Tasks under way per thread: enough that a page of a megabyte among pages of kilobytes stalls nobody.
const WINDOW_PER_JOB: u64 = 8;

/// What the threads take from, one at a time.
struct Queue<I> {
    tasks: I,
    /// The number of the next task.
    next: u64,
    /// How many results have been taken.
    taken: u64,
    /// Whether no more tasks are wanted.
    is_stopped: bool,
}

/// Does the work of every task on `jobs` threads, and hands the results to `take` on this one, in order. The first error of `take` ends it all.
pub(super) fn ordered<T, R: Send, E>(
    jobs: usize,
    tasks: impl Iterator<Item = T> + Send,
    work: impl Fn(T) -> R + Sync,
    mut take: impl FnMut(R) -> Result<(), E>,
) -> Result<(), E> {
    let jobs = jobs.max(1);
    let window = WINDOW_PER_JOB.saturating_mul(jobs as u64);
    let queue = Mutex::new(Queue { tasks, next: 0, taken: 0, is_stopped: false });
    let room = Condvar::new();
    let (sender, results) = mpsc::channel();
    thread::scope(|scope| {
        for _ in 0..jobs {
            let (sender, queue, room, work) = (sender.clone(), &queue, &room, &work);
            scope.spawn(move || {
                while let Some((number, task)) = next(queue, room, window) {
                    if sender.send((number, work(task))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut wanted = 0;
        for (number, result) in results {
            waiting.insert(number, result);
            while let Some(result) = waiting.remove(&wanted) {
                wanted += 1;
                let outcome = take(result);
                let mut queue = lock(&queue);
                queue.taken = wanted;
                queue.is_stopped |= outcome.is_err();
                drop(queue);
                room.notify_all();
                outcome?;
            }
        }
        Ok(())
    })
}

/// The next task with its number, once there is room for it; `None` where there are no more.
fn next<I: Iterator>(queue: &Mutex<Queue<I>>, room: &Condvar, window: u64) -> Option<(u64, I::Item)> {
    let mut queue = lock(queue);
    while !queue.is_stopped && queue.next >= queue.taken + window {
        queue = room.wait(queue).unwrap_or_else(PoisonError::into_inner);
    }
    if queue.is_stopped {
        return None;
    }
    let Some(task) = queue.tasks.next() else {
        // an iterator that has ended need not say so twice
        queue.is_stopped = true;
        room.notify_all();
        return None;
    };
    let number = queue.next;
    queue.next += 1;
    Some((number, task))
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use std::{
        sync::atomic::{AtomicU64, Ordering},
        time::Duration,
    };

    use super::*;

    #[test]
    fn results_come_in_order() {
        for jobs in [1, 2, 7] {
            let mut seen = Vec::new();
            let work = |number: u64| {
                thread::sleep(Duration::from_micros(number % 7 * 50));
                number * 2
            };
            let outcome: Result<(), ()> = ordered(jobs, 0..500, work, |result| {
                seen.push(result);
                Ok(())
            });
            assert_eq!(outcome, Ok(()));
            assert_eq!(seen, (0..500).map(|number| number * 2).collect::<Vec<u64>>());
        }
    }

    #[test]
    fn a_slow_task_does_not_let_the_others_run_away() {
        let (begun, taken, widest) = (AtomicU64::new(0), AtomicU64::new(0), AtomicU64::new(0));
        let work = |number: u64| {
            let ahead = begun.fetch_add(1, Ordering::SeqCst) + 1 - taken.load(Ordering::SeqCst);
            widest.fetch_max(ahead, Ordering::SeqCst);
            if number == 0 {
                thread::sleep(Duration::from_millis(50));
            }
        };
        let outcome: Result<(), ()> = ordered(4, 0..1000, work, |()| {
            taken.fetch_add(1, Ordering::SeqCst);
            Ok(())
        });
        assert_eq!(outcome, Ok(()));
        assert!(widest.load(Ordering::SeqCst) <= 4 * WINDOW_PER_JOB + 1, "{widest:?}");
    }

    #[test]
    fn an_error_ends_it() {
        let outcome = ordered(3, 0_u64.., |number| number, |number| if number == 100 { Err(number) } else { Ok(()) });
        assert_eq!(outcome, Err(100));
    }
}
