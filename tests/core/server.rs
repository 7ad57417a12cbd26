//! A server that counts requests, as HighLevel may.

use std::collections::VecDeque;

use serde_json::json;

use crate::answer::Answer;

/// A server with a limit.
#[derive(Clone, Debug)]
pub struct Server {
    most: usize,
    per_ms: f64,
    window: Window,
    tells: bool,
    /// When the requests came that count.
    counted: VecDeque<f64>,
}

/// How a server counts.
#[derive(Clone, Copy, Debug)]
pub enum Window {
    /// Anew in each span of time, of which the first begins so many milliseconds after zero.
    Fixed(f64),
    /// Those of the last span of time.
    Sliding,
}

impl Server {
    /// Makes a server with a limit of so many requests in so many milliseconds, whose headers tell it.
    pub fn new(most: usize, per_ms: f64, window: Window) -> Server {
        Server {
            most,
            per_ms,
            window,
            tells: true,
            counted: VecDeque::new(),
        }
    }

    /// Has its headers tell, or not: a page may not be allowed to see them.
    pub fn telling(self, tells: bool) -> Server {
        Server { tells, ..self }
    }

    /// Answers a request.
    pub fn answer(&mut self, time: f64) -> Answer {
        let begin = match self.window {
            Window::Fixed(first) => time - (time - first).rem_euclid(self.per_ms),
            Window::Sliding => time - self.per_ms,
        };
        while self.counted.front().is_some_and(|first| match self.window {
            Window::Fixed(_) => *first < begin,
            Window::Sliding => *first <= begin,
        }) {
            self.counted.pop_front();
        }
        let status = match self.counted.len() < self.most {
            true => {
                self.counted.push_back(time);
                200
            }
            false => 429,
        };
        let answer = Answer::json(status, json!({ "message": "Too Many Requests" }));
        match self.tells {
            true => answer
                .with("x-ratelimit-max", self.most)
                .with("x-ratelimit-remaining", self.most - self.counted.len())
                .with("x-ratelimit-interval-milliseconds", self.per_ms),
            false => answer,
        }
    }
}
