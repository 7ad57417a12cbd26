//! Many calls at once, in virtual time: in order, within the limit, and not slower than it allows.

use proptest::prelude::*;

use crate::{
    server::{Server, Window},
    simulation::{Course, Simulation},
    support::cases,
};

const LIMIT: (usize, f64) = (100, 10_000.0);

/// Delays that vary by less than the 3 % that a start counts longer.
fn steady() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(20.0..150.0f64, 1..40)
}

/// Delays of a network on a bad day.
fn rough() -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec(
        prop_oneof![9 => 20.0..400.0f64, 1 => 400.0..3000.0f64],
        1..40,
    )
}

fn window() -> impl Strategy<Value = Window> {
    prop_oneof![
        (0.0..10_000.0f64).prop_map(Window::Fixed),
        Just(Window::Sliding)
    ]
}

fn server(most: usize) -> impl Strategy<Value = Server> {
    (window(), any::<bool>())
        .prop_map(move |(window, tells)| Server::new(most, LIMIT.1, window).telling(tells))
}

/// The least time that the server's limit allows between the first and the last of so many requests.
fn ideal(requests: usize, (most, per_ms): (usize, f64)) -> f64 {
    ((requests - 1) / most) as f64 * per_ms
}

fn in_order(course: &Course) -> bool {
    course.starts.is_sorted_by_key(|(call, _)| *call)
}

#[test]
fn a_thousand_calls_at_once_are_sent_in_order_and_in_time() {
    for window in [Window::Fixed(0.0), Window::Fixed(7777.0), Window::Sliding] {
        let course = Simulation {
            limit: LIMIT,
            calls: vec![0.0; 1000],
            delays: vec![80.0, 120.0, 95.0, 200.0, 60.0],
            others: Vec::new(),
            server: Server::new(100, 10_000.0, window),
        }
        .run();
        assert_eq!(course.succeeded, 1000);
        assert_eq!(course.refused, [0.0; 0]);
        assert!(in_order(&course));
        assert_eq!(course.most_in(10_000.0), 100);
        let (took, ideal) = (course.last_start(), ideal(1000, LIMIT));
        assert!(took <= ideal / 0.95, "{window:?}: {took} of {ideal}");
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn a_burst_on_a_steady_network_is_never_refused_nor_slowed(
        calls in 1..1000usize,
        delays in steady(),
        server in server(LIMIT.0),
    ) {
        let course = Simulation {
            limit: LIMIT, calls: vec![0.0; calls], delays, others: Vec::new(), server,
        }.run();
        prop_assert_eq!(course.succeeded, calls);
        prop_assert_eq!(course.refused.len(), 0);
        prop_assert!(in_order(&course));
        prop_assert!(course.last_start() <= ideal(calls, LIMIT) / 0.95, "{}", course.last_start());
    }

    #[test]
    fn a_burst_on_a_rough_network_is_hardly_ever_refused(
        calls in 400..1000usize,
        delays in rough(),
        server in server(LIMIT.0),
    ) {
        let course = Simulation {
            limit: LIMIT, calls: vec![0.0; calls], delays, others: Vec::new(), server,
        }.run();
        prop_assert_eq!(course.succeeded, calls);
        prop_assert!(course.refused.len() * 50 <= calls, "{} of {calls}", course.refused.len());
        prop_assert!(course.most_in(LIMIT.1) <= LIMIT.0);
        let sent = course.starts.len();
        let (took, best) = (course.last_start(), ideal(sent, LIMIT));
        // What overtakes the margin is refused, and the server holds everyone for an interval.
        prop_assert!(took <= best * 1.5 + LIMIT.1, "{took} of {best}");
    }

    #[test]
    fn no_span_ever_has_more_starts_than_the_limit(
        limit in (1..40usize, 100..5000u32),
        calls in prop::collection::vec(0.0..20_000.0f64, 1..300),
        delays in rough(),
    ) {
        let limit = (limit.0, f64::from(limit.1));
        let course = Simulation {
            limit,
            calls: calls.clone(),
            delays,
            others: Vec::new(),
            server: Server::new(usize::MAX, limit.1, Window::Sliding).telling(false),
        }.run();
        prop_assert!(course.most_in(limit.1) <= limit.0);
        prop_assert!(in_order(&course));
        prop_assert_eq!(course.succeeded, calls.len());
    }

    #[test]
    fn a_server_that_allows_less_refuses_only_what_was_sent_before_its_first_answer(
        most in 5..100usize,
        calls in 1..500usize,
        delays in steady(),
        window in window(),
    ) {
        let course = Simulation {
            limit: LIMIT,
            calls: vec![0.0; calls],
            delays,
            others: Vec::new(),
            server: Server::new(most, LIMIT.1, window),
        }.run();
        prop_assert_eq!(course.succeeded, calls);
        let known = course.first_answer;
        prop_assert!(course.refused.iter().all(|started| *started <= known), "{:?}", course.refused);
        // The refused ones count to the client's own limit as well, and the server has asked it to wait.
        let (took, best) = (course.last_start(), ideal(calls, (most, LIMIT.1)));
        prop_assert!(took <= best / 0.95 + 2.0 * LIMIT.1, "{took} of {best}");
    }

    #[test]
    fn a_budget_that_others_use_too_is_hardly_ever_exceeded(
        calls in 600..1000usize,
        delays in steady(),
        others in prop::collection::vec(200.0..1000.0f64, 1..20),
        window in window(),
    ) {
        let course = Simulation {
            limit: LIMIT,
            calls: vec![0.0; calls],
            delays,
            others,
            server: Server::new(LIMIT.0, LIMIT.1, window),
        }.run();
        prop_assert_eq!(course.succeeded, calls, "with no more than two retries");
        // What others use is seen only when it is too late for the first requests.
        let known = 2.0 * LIMIT.1;
        let refused = course.refused.iter().filter(|started| **started > known).count();
        prop_assert!(refused * 25 <= calls, "{refused} of {calls}");
    }
}
