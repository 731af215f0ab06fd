-- The straight path: jobs, failures, the ledger of verdicts, causes, counts, and the work that waits.
-- Identities are computed, never drawn: writing the same record twice, or two records in either order, ends the same.

-- Who may see what ----------------------------------------------------------------------------------------------------

create table team (
    id   bigint generated always as identity primary key,
    slug text not null unique,
    name text not null
);

create table repository (
    id          bigint generated always as identity primary key,
    provider    text not null,
    host        text not null,
    provider_id text not null,                       -- survives renames; the name where the provider has no id
    name        text not null,                       -- the newest by the jobs' finish time
    named_at    timestamptz not null,
    team_id     bigint references team,              -- owning team, null: nobody's yet
    visibility  text not null default 'team' check (visibility in ('everyone', 'team')),
    unique (provider, host, provider_id)
);
create index repository_name on repository (name);

-- Finished jobs, green and red ----------------------------------------------------------------------------------------

create table job (
    id             uuid primary key,                 -- hash of (provider, host, provider's job id, attempt)
    job_key        uuid not null,                    -- "the same job" across runs
    repository_id  bigint not null references repository,
    connection     text not null,
    provider_job   text not null,
    name           text not null,
    pipeline       text not null,
    run_id         text not null,
    run_number     text,
    run_attempt    int  not null,
    attempt        int  not null,
    url            text,
    run_url        text,
    event          text,
    branch         text,
    commit         text,
    change_request text,
    outcome        text not null,                    -- JobOutcome in lower case: failed, timed_out ...
    reason         text,                             -- the provider's own word
    exit_code      int,
    signal         text,
    may_fail       boolean not null,
    steps          jsonb not null,
    queued         timestamptz,
    started        timestamptz,
    finished       timestamptz not null,
    runner         text,
    runner_group   text,
    actor          text,
    rank           text not null,                    -- of several reports of one job the greatest stands
    recorded       timestamptz not null default now()
);
create index job_history on job (job_key, finished desc);
create index job_commit on job (job_key, commit, finished) where outcome = 'passed';
create index job_run on job (repository_id, run_id);
create index job_finished on job (finished);
create index job_url on job using hash (url);         -- hashed: an address may be longer than a tree's key
create index job_run_url on job using hash (run_url);
create index job_failed on job (job_key, commit, finished)
    where outcome in ('failed', 'timed_out', 'system_failure', 'startup_failure');

-- Renames: what was called one key is now another.
create table job_alias (
    old_key uuid primary key,
    job_key uuid not null
);
create index job_alias_key on job_alias (job_key);

-- Causes: failure -> fingerprint -> cause. Merging and splitting changes rows here, never failures. -------------------

create table cause (
    id            bigint generated always as identity primary key,
    key           text not null unique,              -- the fingerprint that opened it
    title         text not null,
    label         text,                              -- null: an unlabelled template
    rule          text,
    repository_id bigint references repository,      -- scope repository; null: global
    captures      jsonb not null default '{}',
    template      text,
    state         text not null default 'new',
    version       int  not null default 1,           -- for If-Match
    opened        timestamptz not null,              -- finish time of the earliest failure that showed it
    opened_by     uuid not null,                     -- that failure: title, label, captures and template are its
    opened_rank   text not null,                     -- of several things said of that failure the least
    created       timestamptz not null default now()
);

create table fingerprint (
    hash     text primary key,                       -- 16 hex digits
    cause_id bigint not null references cause,
    changed  timestamptz not null default now()
);
create index fingerprint_cause on fingerprint (cause_id);

-- Failures with their current verdict ---------------------------------------------------------------------------------

create table failure (
    id            uuid primary key references job,
    repository_id bigint not null references repository,
    job_key       uuid not null,
    finished      timestamptz not null,
    may_fail      boolean not null,
    -- axis one, owned by ingest
    log_state     text not null,
    log_because   text,
    fetches       int  not null default 0,           -- 0: recorded before any fetch; a later fetch wins
    fetched       timestamptz,
    log_hash      text,                              -- of the fetch that stands, 'none' without a log
    facts_hash    text,
    tail_month    date,                              -- the partition that holds the tail; null: none
    -- axis two, owned by the classifier: the current verdict, person > history > rule
    outcome       text not null default 'pending',   -- pending, labelled, no-rule, ambiguous, no-evidence
    judge         text,                              -- rule, history, person
    label         text,
    blame         text,
    rule          text,
    rule_version  int,
    tier          text,
    confidence    double precision,
    raw_line      int,
    evidence      text,
    fingerprint   text,
    cause_id      bigint references cause,
    verdict_id    bigint,
    judged        timestamptz,
    -- what history needs to know
    by_rule       text not null default 'pending',   -- outcome by rule alone
    unchanged_pass uuid,                             -- the job that passed later on this commit, where that may speak
    version       int not null default 1             -- for ETag and If-Match: one more at every visible change
);
create index failure_recent on failure (finished desc, id desc);
create index failure_repository on failure (repository_id, finished desc, id desc);
create index failure_job on failure (job_key, finished desc);
create index failure_cause on failure (cause_id, finished desc);
create index failure_fingerprint on failure (fingerprint, finished);
create index failure_label on failure (label, finished desc, id desc);
create index failure_unlabelled on failure (finished) where by_rule in ('no-rule', 'ambiguous', 'no-evidence');
create index failure_passed on failure (finished) where unchanged_pass is not null;

-- The ledger: appended to, never changed. A person's word may come before the failure: no reference.
create table verdict (
    id           bigint generated always as identity primary key,
    failure_id   uuid not null,
    judge        text not null,                      -- rule, shadow, history, person
    library      text,
    engine       int,
    log_hash     text,
    facts_hash   text,
    event        text,                               -- what caused a person's or history's row
    outcome      text not null,                      -- as of a failure; history's may be 'withdrawn'
    label        text,
    blame        text,
    rule         text,
    rule_version int,
    tier         text,
    confidence   double precision,
    raw_line     int,
    evidence     text,
    captures     jsonb,
    fingerprint  text,
    template     text,
    candidates   jsonb,
    hits         jsonb not null default '[]',        -- all of them, at most 32
    hit_count    int  not null default 0,
    fetches      int,
    person       text,
    reason       text,
    at           timestamptz not null
);
create unique index verdict_machine on verdict (failure_id, judge, library, engine, log_hash, facts_hash)
    where judge in ('rule', 'shadow');
create unique index verdict_event on verdict (failure_id, judge, event) where judge in ('history', 'person');
create index verdict_failure on verdict (failure_id, id);

-- Tails, zstd-compressed, in the partition of the month of their first write.
create table tail (
    failure_id uuid not null,
    month      date not null,
    log_hash   text not null,
    fetches    int not null,                         -- the fetch that brought it
    fetched    timestamptz not null,
    image      bytea not null,                       -- zstd(JSON of LogImage)
    stored     timestamptz not null default now(),
    primary key (failure_id, month)
) partition by range (month);
create table tail_other partition of tail default;

-- Counts per UTC quarter-hour, changed only in the transaction that changes the fact, rebuildable. --------------------

create table failure_count (
    quarter       timestamptz not null,
    repository_id bigint not null,
    may_fail      boolean not null,
    outcome       text not null,
    label         text not null,                     -- '' when unlabelled
    blame         text not null,                     -- '' when unlabelled
    log_state     text not null,
    cause_id      bigint not null,                   -- 0 when none
    failures      int not null,
    primary key (quarter, repository_id, may_fail, outcome, label, blame, log_state, cause_id)
);
create index failure_count_cause on failure_count (cause_id, quarter);

create table job_count (
    quarter       timestamptz not null,
    repository_id bigint not null,
    may_fail      boolean not null,
    outcome       text not null,
    jobs          int not null,
    seconds       bigint not null,                   -- run time, whole seconds
    primary key (quarter, repository_id, may_fail, outcome)
);

-- Work that waits, leased with "for update skip locked" ---------------------------------------------------------------

create table task (
    id           bigint generated always as identity primary key,
    kind         text not null,                      -- late-fetch, rebuild-counts ...
    key          text not null,                      -- what makes it one: "<failure>/<fetch>"
    payload      jsonb not null,
    due          timestamptz not null,
    state        text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    leased_by    text,
    leased_until timestamptz,
    attempts     int not null default 0,
    progress     bigint not null default 0,
    total        bigint,
    cancel       boolean not null default false,
    error        text,
    created      timestamptz not null default now(),
    unique (kind, key)
);
create index task_due on task (due) where state in ('waiting', 'running');

-- What PostgreSQL has decided and Kafka must hear.
create table outbox (
    id      bigint generated always as identity primary key,
    topic   text not null,
    key     text not null,
    payload bytea,                                   -- null removes the key from a compacted topic
    created timestamptz not null default now()
);

-- Settings ------------------------------------------------------------------------------------------------------------

create table connection (
    id       text primary key,
    settings jsonb not null,
    origin   text not null check (origin in ('configuration', 'api')),
    version  int not null default 1,
    changed  timestamptz not null default now()
);

create table library (
    hash      text primary key,
    version   text not null,
    bundle    bytea not null,                        -- zstd
    author    text not null,
    reason    text not null,
    published timestamptz not null default now()
);

create table library_pointer (
    name    text primary key check (name in ('active', 'shadow')),
    hash    text not null references library,
    changed timestamptz not null default now(),
    author  text not null
);

create table observation (
    id         uuid primary key,
    connection text,
    kind       text not null,
    detail     text not null,
    millis     bigint,
    at         timestamptz not null
);
create index observation_at on observation (connection, kind, at);
create index observation_time on observation (at);

-- People and machines -------------------------------------------------------------------------------------------------

create table access_token (
    id        bigint generated always as identity primary key,
    name      text not null,
    hash      text not null unique,                  -- SHA-256 of the token; the token itself is shown once
    scopes    text[] not null,
    teams     bigint[] not null default '{}',        -- whose repositories it may see; an admin's sees all
    created   timestamptz not null default now(),
    expires   timestamptz,
    last_used timestamptz,
    revoked   timestamptz
);

create table browser_session (
    hash     text primary key,                       -- SHA-256 of the cookie
    token_id bigint not null references access_token,
    created  timestamptz not null default now(),
    expires  timestamptz not null
);

create table audit (
    id     bigint generated always as identity primary key,
    at     timestamptz not null default now(),
    who    text not null,
    what   text not null,
    detail jsonb not null default '{}'
);
