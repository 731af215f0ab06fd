package whybroke.server.demo;

import java.net.URI;
import java.time.Duration;

/** What the stub does when the log of a job is asked for. */
public sealed interface StubbedLog {
    /** Answered by the API itself: there is no way on to the text. */
    sealed interface Refusal extends StubbedLog {}

    /** The API sends the client on to the store, which answers so. */
    sealed interface Stored extends StubbedLog {}

    /** The whole text; empty bytes are an empty log. */
    @SuppressWarnings("ArrayRecordComponent")
    record Ready(byte[] text) implements Stored {}

    /** The store has no such blob yet, as while a job runs or its log is being sealed. */
    record NotYet() implements Stored {}

    /** Promises all of the text and hangs up after some of it. */
    @SuppressWarnings("ArrayRecordComponent")
    record Truncated(byte[] text, int after) implements Stored {}

    /** The text under {@code Content-Encoding: gzip}. */
    @SuppressWarnings("ArrayRecordComponent")
    record Gzipped(byte[] text) implements Stored {}

    /** The text in pieces with a pause before each. */
    @SuppressWarnings("ArrayRecordComponent")
    record Slow(byte[] text, int piece, Duration pause) implements Stored {}

    /** This line again and again until the client goes away. */
    record Endless(String line) implements Stored {}

    /** Kept for its time and removed: 410. */
    record Expired() implements Refusal {}

    /** The token is none of ours: 401. */
    record BadToken() implements Refusal {}

    /** The token may not read this: 403. */
    record Forbidden() implements Refusal {}

    /** Too much at once: 429 with {@code Retry-After}. */
    record TooMany(Duration retryAfter) implements Refusal {}

    /** The hour's requests are used up: 403 with {@code x-ratelimit-remaining: 0}. */
    record UsedUp(Duration until) implements Refusal {}

    /** Broken on their side: 500. */
    record Broken() implements Refusal {}

    /** Sends the client to an address that is not theirs. */
    record Elsewhere(URI address) implements Refusal {}
}
