import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Full text, the graph of people, employers and schools, searches that are kept. Normalisation is
 * done by SQL functions, so that what is stored and what is searched for are always treated alike. They
 * name their schema, since a restore or an index build runs them with an empty search path.
 */
export class AddSearch1763700000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(NORMALISATION);
    await queryRunner.query(FULL_TEXT);
    await queryRunner.query(GRAPH);
    await queryRunner.query(KEPT_SEARCHES);
    await queryRunner.query(
      'SELECT store_resume_graph(company_id, id) FROM resumes ORDER BY created_at, id',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE search_run_results, search_runs, saved_searches;
      DROP FUNCTION store_resume_graph(uuid, uuid);
      DROP TABLE educations, positions, employers;
      ALTER TABLE resumes DROP CONSTRAINT resumes_candidate_unique;
      ALTER TABLE resumes DROP COLUMN search_vector, DROP COLUMN language_keys;
      DROP FUNCTION resume_search_vector(jsonb, text);
      DROP FUNCTION resume_language_keys(jsonb);
      DROP FUNCTION resume_date(text, boolean);
      DROP FUNCTION organisation_key(text);
      DROP TEXT SEARCH CONFIGURATION shortlist_stem;
      DROP TEXT SEARCH DICTIONARY shortlist_stem;
      DROP FUNCTION search_text(text);
      ALTER TABLE resumes ALTER COLUMN embedding SET STORAGE EXTERNAL;
      ALTER TABLE resume_chunks ALTER COLUMN embedding SET STORAGE EXTERNAL;
    `);
  }
}

const NORMALISATION = String.raw`
  -- Lower case without accents, words parted by single spaces. Names made of signs become words of
  -- their own: "C++" cplusplus, "C#" csharp, ".NET" dotnet, "R&D" r and d. Independent of the locale.
  CREATE FUNCTION search_text(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT btrim(
      regexp_replace(
        replace(
          regexp_replace(
            regexp_replace(
              regexp_replace(
                regexp_replace(normalize(lower(given), NFKD), '[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff]', '', 'g'),
                '\.net\M', ' dotnet ', 'g'),
              '([a-z])\+\+', '\1plusplus ', 'g'),
            '([a-z])[#\u266f]', '\1sharp ', 'g'),
          '&', ' and '),
        '[\u0001-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf\u2000-\u2bff\u3000-\u303f\ue000-\uf8ff]+', ' ', 'g'))
  $$;

  -- English stems without stop words: "IT", "R" and "Go" are names here.
  CREATE TEXT SEARCH DICTIONARY shortlist_stem (TEMPLATE = snowball, LANGUAGE = english);
  CREATE TEXT SEARCH CONFIGURATION shortlist_stem (COPY = simple);
  ALTER TEXT SEARCH CONFIGURATION shortlist_stem
    ALTER MAPPING FOR asciiword, word WITH shortlist_stem;

  -- What two spellings of one employer or school share: "Acme GmbH", "ACME" and "The Acme Company".
  CREATE FUNCTION organisation_key(given text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT COALESCE(
      NULLIF(btrim(regexp_replace(
        regexp_replace(public.search_text(replace(given, '.', '')), '^the ', ''),
        '( (and co|inc|incorporated|llc|llp|lp|ltd|limited|gmbh|mbh|ag|kg|se|sa|sas|sarl|srl|spa|bv|nv|oy|ab|as|aps|plc|pty|pvt|private limited|co|corp|corporation|company))+$',
        '')), ''),
      public.search_text(given))
  $$;

  -- The day of 'YYYY' or 'YYYY-MM': the first that it may mean, or the last. Null for anything else.
  CREATE FUNCTION resume_date(given text, is_end boolean) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
      WHEN given ~ '^(19|20)\d\d$' THEN
        make_date(given::integer, CASE WHEN is_end THEN 12 ELSE 1 END, CASE WHEN is_end THEN 31 ELSE 1 END)
      WHEN given ~ '^(19|20)\d\d-(0[1-9]|1[0-2])$' THEN
        CASE WHEN is_end
          THEN (make_date(left(given, 4)::integer, right(given, 2)::integer, 1) + interval '1 month' - interval '1 day')::date
          ELSE make_date(left(given, 4)::integer, right(given, 2)::integer, 1) END
      END
  $$;
`;

const FULL_TEXT = String.raw`
  -- Stems first, then the words as they are for quoted words and prefixes. Weights: A what the person
  -- is (headline, titles), B the skills, D the text.
  CREATE FUNCTION resume_search_vector(profile jsonb, content text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH texts AS (
      SELECT
        public.search_text(concat_ws(' | ', profile #>> '{personal_info,headline}',
          jsonb_path_query_array(profile, '$.positions[*].title')::text)) AS titles,
        public.search_text(jsonb_path_query_array(profile, '$.skills[*].name')::text) AS skills,
        -- A tsvector holds one megabyte; a resume's first 300,000 characters are far below that.
        public.search_text(left(content, 300000)) AS content)
    SELECT setweight(to_tsvector('public.shortlist_stem', titles), 'A') || setweight(to_tsvector('public.shortlist_stem', skills), 'B')
      || setweight(to_tsvector('public.shortlist_stem', content), 'D') || setweight(to_tsvector('simple', content), 'D')
    FROM texts
  $$;

  CREATE FUNCTION resume_language_keys(profile jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT lower(jsonb_path_query_array(profile, '$.languages[*].name')::text)::jsonb
  $$;

  -- In the row and not beside it: an exact scan reads every vector.
  ALTER TABLE resumes ALTER COLUMN embedding SET STORAGE PLAIN;
  ALTER TABLE resume_chunks ALTER COLUMN embedding SET STORAGE PLAIN;

  ALTER TABLE resumes
    ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (resume_search_vector(profile, content)) STORED,
    ADD COLUMN language_keys jsonb GENERATED ALWAYS AS (resume_language_keys(profile)) STORED;
  CREATE INDEX resumes_search_vector ON resumes USING gin (search_vector);
`;

const GRAPH = String.raw`
  CREATE TABLE employers (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    -- As first written.
    name text NOT NULL,
    name_key text NOT NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    CONSTRAINT employers_name_key_unique UNIQUE (company_id, name_key)
  );
  CREATE INDEX employers_words ON employers USING gin (name_key gin_trgm_ops);

  -- Lets the rows of the graph follow a resume to another person when two are merged.
  ALTER TABLE resumes ADD CONSTRAINT resumes_candidate_unique UNIQUE (id, candidate_id);

  CREATE TABLE positions (
    resume_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    position integer NOT NULL,
    employer_id uuid REFERENCES employers ON DELETE CASCADE,
    title text,
    location text,
    start_date date,
    end_date date,
    is_current boolean NOT NULL,
    -- Null when the resume does not say both ends: then nothing is claimed about that time.
    period daterange GENERATED ALWAYS AS (CASE
      WHEN start_date IS NULL THEN NULL
      WHEN is_current THEN daterange(start_date, NULL)
      WHEN end_date >= start_date THEN daterange(start_date, end_date, '[]') END) STORED,
    -- The whole entry, in UTF-16 code units of the resume's content.
    char_start integer NOT NULL,
    char_end integer NOT NULL,
    PRIMARY KEY (resume_id, position),
    FOREIGN KEY (resume_id, candidate_id) REFERENCES resumes (id, candidate_id)
      ON UPDATE CASCADE ON DELETE CASCADE
  );
  CREATE INDEX positions_employer ON positions (employer_id, candidate_id);
  CREATE INDEX positions_candidate ON positions (candidate_id);
  CREATE INDEX positions_title ON positions USING gin (to_tsvector('shortlist_stem', search_text(title)));

  CREATE TABLE educations (
    resume_id uuid NOT NULL,
    candidate_id uuid NOT NULL,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    position integer NOT NULL,
    school text,
    school_key text,
    degree text,
    field text,
    level text,
    start_date date,
    end_date date,
    char_start integer NOT NULL,
    char_end integer NOT NULL,
    PRIMARY KEY (resume_id, position),
    FOREIGN KEY (resume_id, candidate_id) REFERENCES resumes (id, candidate_id)
      ON UPDATE CASCADE ON DELETE CASCADE
  );
  CREATE INDEX educations_school ON educations USING gin (school_key gin_trgm_ops);
  CREATE INDEX educations_candidate ON educations (candidate_id);
  CREATE INDEX educations_level ON educations (company_id, level);

  -- Replaces the rows of one resume by what its profile says. Called with every write of a profile.
  CREATE FUNCTION store_resume_graph(given_company uuid, given_resume uuid) RETURNS void LANGUAGE sql AS $$
    DELETE FROM positions WHERE resume_id = given_resume;
    DELETE FROM educations WHERE resume_id = given_resume;

    -- In the order of the key, so that two uploads never wait for each other in a circle.
    INSERT INTO employers (id, company_id, name, name_key)
    SELECT gen_random_uuid(), given_company, min(item ->> 'employer'), organisation_key(item ->> 'employer')
    FROM resumes r, jsonb_array_elements(r.profile -> 'positions') AS item
    WHERE r.company_id = given_company AND r.id = given_resume AND organisation_key(item ->> 'employer') <> ''
    GROUP BY organisation_key(item ->> 'employer') ORDER BY organisation_key(item ->> 'employer')
    ON CONFLICT ON CONSTRAINT employers_name_key_unique DO NOTHING;

    INSERT INTO positions (resume_id, candidate_id, company_id, position, employer_id, title, location,
      start_date, end_date, is_current, char_start, char_end)
    SELECT r.id, r.candidate_id, r.company_id, at - 1, e.id, item ->> 'title', item ->> 'location',
      resume_date(item ->> 'start_date', false), resume_date(item ->> 'end_date', true),
      COALESCE((item ->> 'is_current')::boolean, false),
      COALESCE((item #>> '{span,start}')::integer, 0), COALESCE((item #>> '{span,end}')::integer, 0)
    FROM resumes r
    CROSS JOIN jsonb_array_elements(r.profile -> 'positions') WITH ORDINALITY AS given (item, at)
    LEFT JOIN employers e ON e.company_id = r.company_id AND e.name_key = organisation_key(item ->> 'employer')
    WHERE r.company_id = given_company AND r.id = given_resume;

    INSERT INTO educations (resume_id, candidate_id, company_id, position, school, school_key, degree, field,
      level, start_date, end_date, char_start, char_end)
    SELECT r.id, r.candidate_id, r.company_id, at - 1, item ->> 'school', organisation_key(item ->> 'school'),
      item ->> 'degree', item ->> 'field', item ->> 'level',
      resume_date(item ->> 'start_date', false), resume_date(item ->> 'end_date', true),
      COALESCE((item #>> '{span,start}')::integer, 0), COALESCE((item #>> '{span,end}')::integer, 0)
    FROM resumes r
    CROSS JOIN jsonb_array_elements(r.profile -> 'educations') WITH ORDINALITY AS given (item, at)
    WHERE r.company_id = given_company AND r.id = given_resume;
  $$;
`;

const KEPT_SEARCHES = `
  CREATE TABLE saved_searches (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    created_by uuid REFERENCES users ON DELETE SET NULL,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('semantic', 'structured', 'hybrid')),
    query text,
    filters jsonb NOT NULL DEFAULT '{}',
    result_limit integer NOT NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now(),
    updated_at timestamptz(3) NOT NULL DEFAULT now(),
    last_run_at timestamptz(3),
    CONSTRAINT saved_searches_name_unique UNIQUE (company_id, name)
  );
  CREATE INDEX saved_searches_company ON saved_searches (company_id, created_at DESC, id);

  CREATE TABLE search_runs (
    id uuid PRIMARY KEY,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    created_by uuid REFERENCES users ON DELETE SET NULL,
    job_offer_text text NOT NULL,
    top_k integer NOT NULL,
    -- Per category: its text, the weight asked for and the weight used.
    categories jsonb NOT NULL,
    embedding_model text NOT NULL,
    created_at timestamptz(3) NOT NULL DEFAULT now()
  );
  CREATE INDEX search_runs_company ON search_runs (company_id, created_at DESC, id);

  -- Ids and numbers only: names and texts are read when asked for, so that an erased person is gone.
  CREATE TABLE search_run_results (
    run_id uuid NOT NULL REFERENCES search_runs ON DELETE CASCADE,
    resume_id uuid NOT NULL REFERENCES resumes ON DELETE CASCADE,
    company_id uuid NOT NULL REFERENCES companies ON DELETE CASCADE,
    rank integer NOT NULL,
    score double precision NOT NULL,
    -- Per category: the score and the place of the best passage.
    categories jsonb NOT NULL,
    PRIMARY KEY (run_id, resume_id)
  );
  CREATE INDEX search_run_results_resume ON search_run_results (resume_id);
`;
