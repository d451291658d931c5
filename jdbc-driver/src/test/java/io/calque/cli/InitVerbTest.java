package io.calque.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.calque.model.Entity;
import io.calque.model.SemanticModel;
import io.calque.model.read.LoadOptions;
import io.calque.model.read.ModelLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code init} over warehouses that are made for one question each. */
class InitVerbTest {
  @TempDir private Path folder;

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url());
        Statement statement = connection.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  private String url() {
    return "jdbc:duckdb:" + folder.resolve("shop.duckdb");
  }

  private CliRun init(String... more) {
    String[] args = new String[5 + more.length];
    List<String> first = List.of("init", "--warehouse", url(), "-o", model().toString());
    for (int i = 0; i < args.length; i++) {
      args[i] = i < first.size() ? first.get(i) : more[i - first.size()];
    }
    return CliRun.of(args);
  }

  private Path model() {
    return folder.resolve("model");
  }

  /** What init wrote; it is sound, and the data is as it says. */
  private SemanticModel initialised(String... more) {
    CliRun run = init(more);
    assertEquals(Main.FINE, run.exitCode(), run.err());
    CliRun check = CliRun.of("check", model().toString(), "--data");
    assertEquals(Main.FINE, check.exitCode(), check.out() + check.err());
    assertFalse(check.out().contains(": error "), check.out());
    return ModelLoader.load(model(), LoadOptions.named("shop")).model();
  }

  private static List<String> keys(SemanticModel model) {
    return model.entities().stream()
        .map(e -> e.name() + e.keys() + " of " + e.source().toString().replace("shop.main.", ""))
        .sorted()
        .toList();
  }

  private static List<String> joins(SemanticModel model) {
    return ModelFacts.of(model).stream()
        .filter(fact -> fact.startsWith("join "))
        .map(fact -> fact.substring("join ".length()).replace("shop.main.", ""))
        .toList();
  }

  private String relationships() throws IOException {
    return Files.readString(model().resolve("entities_relationships.yml"));
  }

  /**
   * Every kind of thing once: what is declared, what is guessed, a lookup, and what is not taken.
   */
  @Test
  void aSchool() throws Exception {
    sql(
        "CREATE TABLE students(id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, born_on DATE, tutor_id INTEGER)",
        "CREATE TABLE teachers(teacher_no INTEGER, name VARCHAR, salary DECIMAL(9, 2))",
        "CREATE TABLE courses(code VARCHAR PRIMARY KEY, title VARCHAR, teacher_no INTEGER, year INTEGER, hours INTEGER)",
        "CREATE TABLE enrolments(student_id INTEGER REFERENCES students(id), course_cd VARCHAR REFERENCES courses(code),"
            + " PRIMARY KEY (student_id, course_cd))",
        "COMMENT ON TABLE courses IS 'What is taught, each year anew'",
        "COMMENT ON COLUMN courses.hours IS 'Hours a week'",
        "INSERT INTO students VALUES (1, 'Ann', '2010-05-01', 7), (2, 'Bob', '2011-01-31', 9), (3, 'Cid', NULL, 7)",
        "INSERT INTO teachers VALUES (7, 'Ms Day', 3000), (8, 'Mr Eve', 3100)",
        "INSERT INTO courses VALUES ('M', 'Maths', 7, 2024, 4), ('A', 'Art', 8, 2024, 2), ('X', 'Chess', NULL, 2025, 1)",
        "INSERT INTO enrolments VALUES (1, 'M'), (1, 'A'), (2, 'M')");
    CliRun run = init();
    assertEquals(Main.FINE, run.exitCode(), run.err());
    assertEquals(
        """
        calque.yml
        entities/course.yml
        entities/student.yml
        entities/teacher.yml
        entities_relationships.yml
        """,
        run.out().replace(model() + "/", ""));
    assertEquals(
        """
        entities: 3; keys: 2 declared, 1 guessed
        joins: 0 declared, 1 guessed; lookups: 1 declared, 0 guessed
        queries asked: 2
        """,
        run.err());
    assertEquals(
        """
        # Made by calque init; relative files count from this folder.
        name: shop
        warehouse:
          url: '%s'
        """
            .formatted(url()),
        Files.readString(model().resolve("calque.yml")));
    assertEquals(
        """
        # Relationships, a first draft by calque init; what was guessed says so
        # In a key a-b and in its joins, a is {source} and b is {destination}; in a later step of a lookup
        # {source} is what the step before reached.
        relationships:
          'teacher-course':
            relationship: one_to_many
            description: 'Rows of course refer to rows of teacher'
            joins:
              # Guess: it is called as the entity, and all values of 2 rows are there.
              - {name: by_teacher_no, type: sql, sql: '{source}.{teacher_no} = {destination}.{teacher_no}'}
          'student-course':
            relationship: many_to_many
            description: 'Pairs of student and course'
            joins:
              # A lookup, as shop.main.enrolments holds nothing but pairs. Both foreign keys are declared.
              - name: via_enrolment
                type: lookup
                lookup:
                  - {destination: shop.main.enrolments, type: sql, sql: '{source}.{id} = {destination}.{student_id}'}
                  - {destination: course, type: sql, sql: '{source}.{course_cd} = {destination}.{code}'}
        """,
        relationships());
    assertEquals(
        """
        # course, a first draft by calque init; what was guessed says so
        # Key: the primary key.
        # Guess: numbers that do not add up, by their names: year.
        name: course
        description: 'What is taught, each year anew'
        key_source: shop.main.courses
        keys: [code]

        features:
          - {type: field, name: code, data_type: string, description: '', source: shop.main.courses, field: code}
          - {type: field, name: title, data_type: string, description: '', source: shop.main.courses, field: title}
          - type: field
            name: teacher_no
            data_type: number
            description: ''
            source: shop.main.courses
            field: teacher_no
          - {type: field, name: year, data_type: number, description: '', source: shop.main.courses, field: year}
          - type: field
            name: hours
            data_type: number
            description: 'Hours a week'
            source: shop.main.courses
            field: hours
          # Guess: what people call the teacher
          - type: field
            name: teacher_name
            data_type: string
            description: ''
            source: teacher
            join_name: by_teacher_no
            field: name

        metrics:
          - {name: courses, description: 'Number of courses', sql: 'COUNT({code})'}
          - {name: sum_hours, description: 'Sum of hours', sql: 'SUM({hours})'}
        """,
        Files.readString(model().resolve("entities/course.yml")));
    assertTrue(
        Files.readString(model().resolve("entities/teacher.yml"))
            .contains("# Guess: the key, as no value repeats and none is NULL in 2 rows.\n"));
    CliRun check = CliRun.of("check", model().toString(), "--data");
    assertEquals(
        "shop: 3 entities, 2 relationships; no problems\nthe data: no problems\n", check.out());
    try (Connection connection = DriverManager.getConnection("jdbc:calque:" + model());
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "SELECT c.teacher_name, METRIC('s.students') FROM course c JOIN student s"
                    + " GROUP BY ALL ORDER BY 1")) {
      rows.next();
      assertEquals("Mr Eve 1", rows.getString(1) + " " + rows.getInt(2));
      rows.next();
      assertEquals("Ms Day 2", rows.getString(1) + " " + rows.getInt(2));
    }
  }

  @Test
  void oddNames() throws Exception {
    sql(
        "CREATE SCHEMA \"Odd Schema\"",
        "CREATE TABLE \"order\"(id INTEGER PRIMARY KEY, \"select\" INTEGER, \"GROUP\" VARCHAR)",
        "INSERT INTO \"order\" VALUES (1, 1, 'a'), (2, 2, 'b')",
        "CREATE TABLE \"KUNDEN\"(\"KundenNr\" INTEGER, \"Größe\" DECIMAL(5, 2), \"日本\" VARCHAR, \"a b\" VARCHAR, \"A_B\" VARCHAR)",
        "INSERT INTO \"KUNDEN\" VALUES (1, 1.5, 'x', 'p', 'q'), (2, 1.7, 'y', 'p', 'q')",
        "CREATE TABLE \"日本語\"(\"番号\" INTEGER PRIMARY KEY, name VARCHAR)",
        "INSERT INTO \"日本語\" VALUES (1, 'x')",
        "CREATE TABLE \"Odd Schema\".\"people of Zürich\"(\"Person ID\" INTEGER PRIMARY KEY, \"full.name\" VARCHAR)",
        "CREATE TABLE \"Odd Schema\".pairs(\"person id\" INTEGER, \"order id\" INTEGER)",
        "INSERT INTO \"Odd Schema\".\"people of Zürich\" VALUES (1, 'Ann'), (2, 'Bob')",
        "INSERT INTO \"Odd Schema\".pairs VALUES (1, 1), (1, 2), (2, 1)",
        "CREATE TABLE \"we`i\"\"rd\"(id INTEGER PRIMARY KEY)",
        "CREATE TABLE \"quo\"\"ted\"(id INTEGER PRIMARY KEY, \"both`\"\"quotes\" INTEGER)",
        "INSERT INTO \"quo\"\"ted\" VALUES (1, 2)");
    SemanticModel model = initialised();
    assertEquals(
        List.of(
            "kunden[kunden_nr] of KUNDEN",
            "order[id] of order",
            "people_of_zurich[person_id] of shop.Odd Schema.people of Zürich",
            "quo_ted[id] of quo\"ted",
            "table_1[column_1] of 日本語"),
        keys(model));
    assertEquals(
        List.of(
            "shop.Odd Schema.people of Zürich.Person ID = shop.Odd Schema.pairs.person id / shop.Odd"
                + " Schema.pairs.order id = order.id many_to_many"),
        joins(model));
    assertEquals(
        List.of("kunden_nr", "grosse", "column_1", "a_b", "a_b_2"),
        model.entity("kunden").orElseThrow().features().stream().map(f -> f.name()).toList());
    assertTrue(
        relationships().contains("# No entity: shop.main.we`i\"rd: no quotes can hold its name"));
    try (Connection connection = DriverManager.getConnection("jdbc:calque:" + model());
        Statement statement = connection.createStatement()) {
      for (Entity entity : model.entities()) {
        statement.executeQuery("SELECT * FROM \"" + entity.name() + "\"").close();
      }
      ResultSet rows =
          statement.executeQuery(
              "SELECT column_1, grosse FROM kunden WHERE a_b_2 = 'q' ORDER BY ALL");
      rows.next();
      assertEquals("x 1.50", rows.getString(1) + " " + rows.getString(2));
    }
  }

  /** Neither takes the name of the other, and a column that could mean either means the first. */
  @Test
  void namesThatCollideInTheSingular() throws Exception {
    sql(
        "CREATE SCHEMA web",
        "CREATE TABLE \"order\"(id INTEGER PRIMARY KEY)",
        "CREATE TABLE orders(id INTEGER PRIMARY KEY, order_id INTEGER)",
        "CREATE TABLE web.visits(id INTEGER PRIMARY KEY)",
        "CREATE TABLE visits(id INTEGER PRIMARY KEY)",
        "CREATE TABLE item(id INTEGER PRIMARY KEY, a_id INTEGER, \"A-ID\" INTEGER)",
        "INSERT INTO \"order\" VALUES (1), (2)",
        "INSERT INTO orders VALUES (1, 1), (2, 1)");
    SemanticModel model = initialised();
    assertEquals(
        List.of(
            "item[id] of item",
            "order[id] of order",
            "orders[id] of orders",
            "visit[id] of visits",
            "web_visit[id] of shop.web.visits"),
        keys(model));
    assertEquals(List.of("order.id = orders.order_id one_to_many"), joins(model));
  }

  @Test
  void compositeKeysAndReferences() throws Exception {
    sql(
        "CREATE TABLE order_lines(order_id INTEGER, line_no INTEGER, amount DECIMAL(9, 2))",
        "CREATE TABLE parcels(id INTEGER, order_id INTEGER, line_no INTEGER, weight INTEGER)",
        "CREATE TABLE rates(valid_from DATE, currency VARCHAR, rate DOUBLE)",
        "INSERT INTO order_lines SELECT i // 3, i % 3, i FROM range(60) r(i)",
        "INSERT INTO parcels SELECT i, i // 6, i % 3, i FROM range(50) r(i)",
        "INSERT INTO rates SELECT DATE '2024-01-01' + (i // 2)::INTEGER, 'C' || i % 2, i FROM range(20) r(i)");
    SemanticModel model = initialised();
    assertEquals(
        List.of(
            "order_line[order_id, line_no] of order_lines",
            "parcel[id] of parcels",
            "rate[valid_from, currency] of rates"),
        keys(model));
    assertEquals(
        List.of(
            "order_lines.order_idorder_lines.line_no = parcels.order_idparcels.line_no one_to_many"),
        joins(model));
  }

  @Test
  void referencesToTheSameTable() throws Exception {
    sql(
        "CREATE TABLE employees(id INTEGER PRIMARY KEY, name VARCHAR, manager_id INTEGER REFERENCES employees(id),"
            + " hired_by_id INTEGER)",
        "CREATE TABLE pages(page_no INTEGER, parent_page_no INTEGER, previous_no INTEGER)",
        "INSERT INTO employees VALUES (1, 'A', NULL, NULL)",
        "INSERT INTO employees VALUES (2, 'B', 1, 1), (3, 'C', 1, 2)",
        "INSERT INTO pages SELECT i, i // 2, i - 1 FROM range(1, 30) r(i)",
        "UPDATE pages SET parent_page_no = NULL, previous_no = NULL WHERE page_no = 1");
    SemanticModel model = initialised();
    assertEquals(
        List.of(
            "employees.hired_by_id = employees.id many_to_one",
            "employees.id = employees.manager_id one_to_many",
            "pages.page_no = pages.parent_page_no one_to_many",
            "pages.page_no = pages.previous_no one_to_one"),
        joins(model));
    assertTrue(relationships().contains("mark it with default: true"), relationships());
  }

  /** The same column names a table that another table shares its key with. */
  @Test
  void oneToOneWhereBothShareAKeyOrNothingRepeats() throws Exception {
    sql(
        "CREATE TABLE users(user_id INTEGER PRIMARY KEY, email VARCHAR)",
        "CREATE TABLE user_profiles(user_id INTEGER PRIMARY KEY, bio VARCHAR)",
        "CREATE TABLE badges(id INTEGER, user_id INTEGER)",
        "CREATE TABLE lockers(id INTEGER, user_id INTEGER)",
        "INSERT INTO users SELECT i, 'e' || i FROM range(40) r(i)",
        "INSERT INTO user_profiles SELECT i, 'b' FROM range(10) r(i)",
        "INSERT INTO badges SELECT i, 39 - i FROM range(30) r(i)",
        "INSERT INTO lockers SELECT i, i FROM range(5) r(i)");
    assertEquals(
        List.of(
            "badges.user_id = users.user_id one_to_one",
            "lockers.user_id = users.user_id many_to_one",
            "user_profiles.user_id = users.user_id one_to_one"),
        joins(initialised()));
    assertTrue(
        relationships().contains("repeats in 30 rows, though nothing declares it."),
        relationships());
  }

  /** Neither a name without data nor data without a name makes a relationship. */
  @Test
  void whatOnlyLooksLikeAReference() throws Exception {
    sql(
        "CREATE TABLE customers(id INTEGER PRIMARY KEY)",
        "CREATE TABLE visits(id INTEGER PRIMARY KEY, customer_id INTEGER, pages INTEGER, customer_ref VARCHAR)",
        "CREATE TABLE calls(id INTEGER PRIMARY KEY, customer_id INTEGER)",
        "INSERT INTO customers SELECT i FROM range(100) r(i)",
        "INSERT INTO visits SELECT i, i * 10, i % 100, 'x' FROM range(50) r(i)",
        "INSERT INTO calls SELECT i, i + 5 FROM range(100) r(i)");
    assertEquals(List.of("calls.customer_id = customers.id one_to_one"), joins(initialised()));
    String text = relationships();
    assertTrue(
        text.contains(
            "# No relationship: visit.customer_id -> customer.id: only 10 of 50 values are there"),
        text);
    assertTrue(text.contains("the values of 95 of 100 rows are there"), text);
  }

  @Test
  void tablesWithoutKeysViewsAndEmptyTables() throws Exception {
    sql(
        "CREATE TABLE customers(id INTEGER PRIMARY KEY, name VARCHAR)",
        "INSERT INTO customers VALUES (1, 'A'), (2, 'B')",
        "CREATE VIEW good_customers AS SELECT * FROM customers",
        "CREATE TABLE gone(x INTEGER)",
        "CREATE VIEW broken AS SELECT x FROM gone",
        "DROP TABLE gone",
        "CREATE TABLE log(line VARCHAR, level VARCHAR)",
        "INSERT INTO log VALUES ('a', 'b'), ('a', 'b')",
        "CREATE TABLE plans(plan_id INTEGER, customer_id INTEGER, fee DOUBLE)",
        "CREATE TABLE nothing(a DOUBLE, b DOUBLE)");
    CliRun run = init();
    assertEquals(Main.FINE, run.exitCode(), run.err());
    SemanticModel model = ModelLoader.load(model(), LoadOptions.named("shop")).model();
    assertEquals(
        List.of(
            "customer[id] of customers",
            "good_customer[id] of good_customers",
            "plan[plan_id] of plans"),
        keys(model));
    assertEquals(List.of("customers.id = plans.customer_id one_to_many"), joins(model));
    String text = relationships();
    assertTrue(text.contains("# No entity: shop.main.log: no column, and no few columns"), text);
    assertTrue(text.contains("# No entity: shop.main.nothing: the table is empty"), text);
    assertTrue(run.err().contains("left out: shop.main.broken: "), run.err());
    assertTrue(text.contains("there are no values to prove it by"), text);
    assertTrue(
        Files.readString(model().resolve("entities/plan.yml"))
            .contains("# Guess: the key, as its name promises it, though the table is empty."));
    assertEquals(Main.FINE, CliRun.of("check", model().toString(), "--data").exitCode());
  }

  /** What is declared to be unique may be NULL, and so identify nothing. */
  @Test
  void aReferenceToATableThatIsNoEntity() throws Exception {
    sql(
        "CREATE TABLE colours(code VARCHAR UNIQUE, hue DOUBLE)",
        "CREATE TABLE boats(id INTEGER PRIMARY KEY, colour_code VARCHAR REFERENCES colours(code))",
        "INSERT INTO colours VALUES ('R', 1), (NULL, 2), (NULL, 2)",
        "INSERT INTO boats VALUES (1, 'R'), (2, NULL)");
    SemanticModel model = initialised();
    assertEquals(List.of("boat[id] of boats"), keys(model));
    assertEquals(List.of(), joins(model));
    assertTrue(
        relationships()
            .contains(
                "# No relationship: shop.main.boats(colour_code) -> shop.main.colours, a declared"
                    + " foreign key: that table is no\n# entity\n"),
        relationships());
  }

  @Test
  void threeHundredTables() throws Exception {
    String[] tables = new String[600];
    for (int i = 0; i < 300; i++) {
      tables[2 * i] =
          "CREATE TABLE thing_%d(id INTEGER, name VARCHAR, thing_%d_id INTEGER, amount DECIMAL(9, 2))"
              .formatted(i, (i * 7 + 1) % 300);
      tables[2 * i + 1] =
          "INSERT INTO thing_%d SELECT i, 'n', 1 + i %% 50, i FROM range(1, 101) r(i)".formatted(i);
    }
    sql(tables);
    CliRun run = init();
    assertEquals(Main.FINE, run.exitCode(), run.err());
    assertEquals(
        """
        entities: 300; keys: 0 declared, 300 guessed
        joins: 0 declared, 300 guessed; lookups: 0 declared, 0 guessed
        queries asked: 319
        """,
        run.err());
  }

  @Test
  void onlyTheSchemasThatAreNamed() throws Exception {
    sql(
        "CREATE SCHEMA a",
        "CREATE SCHEMA b",
        "CREATE TABLE a.users(id INTEGER PRIMARY KEY)",
        "CREATE TABLE b.users(id INTEGER PRIMARY KEY)");
    assertEquals(List.of("user[id] of shop.a.users"), keys(initialised("--schema", "A")));
    CliRun none = init("--schema", "c", "--force");
    assertEquals(Main.FAILED, none.exitCode());
    assertTrue(
        none.err()
            .contains(
                "has no tables in c that this user sees; nothing is written; schemas with tables are a, b"),
        none.err());
  }

  @Test
  void filesThatAreThereStayUnlessForced() throws Exception {
    sql("CREATE TABLE users(id INTEGER PRIMARY KEY)");
    Files.createDirectories(model().resolve("entities"));
    Files.writeString(model().resolve("entities/mine.yml"), "mine");
    Files.writeString(model().resolve("notes.txt"), "mine");
    CliRun refused = init();
    assertEquals(Main.FAILED, refused.exitCode());
    assertEquals(
        model()
            + " has files of a model already (entities/mine.yml); nothing is written. Name another"
            + " folder, or --force to write over them\n",
        refused.err());
    assertFalse(Files.exists(model().resolve("calque.yml")));
    Files.delete(model().resolve("entities/mine.yml"));
    assertEquals(Main.FINE, init().exitCode());
    Files.writeString(model().resolve("entities/user.yml"), "changed by hand");
    assertEquals(Main.FAILED, init().exitCode());
    assertEquals("changed by hand", Files.readString(model().resolve("entities/user.yml")));
    assertEquals(Main.FINE, init("--force").exitCode());
    assertTrue(
        Files.readString(model().resolve("entities/user.yml")).startsWith("# user, a first draft"));
    assertEquals("mine", Files.readString(model().resolve("notes.txt")));
  }

  @Test
  void whatIsSecretIsNotWrittenDown() throws Exception {
    sql("CREATE TABLE users(id INTEGER PRIMARY KEY)");
    CliRun inUrl =
        CliRun.of(
            "init",
            "--warehouse",
            "jdbc:postgresql://localhost/shop?password=hunter2",
            "-o",
            model().toString());
    assertEquals(Main.USAGE, inUrl.exitCode());
    assertTrue(inUrl.err().startsWith("the URL holds a password or a token"), inUrl.err());
    assertFalse(inUrl.err().contains("hunter2"), inUrl.err());
    Path password = Files.writeString(folder.resolve("secret"), "hunter2\n");
    CliRun run = init("--user", "reader", "--password-file", password.toString());
    assertEquals(Main.FINE, run.exitCode(), run.err());
    String config = Files.readString(model().resolve("calque.yml"));
    assertTrue(config.endsWith("  user: reader\n  password_file: '" + password + "'\n"), config);
    CliRun unset = init("--password-env", "CALQUE_TEST_NOT_SET", "--force");
    assertEquals(Main.USAGE, unset.exitCode());
    assertTrue(
        unset.err().startsWith("the environment variable CALQUE_TEST_NOT_SET is not set"),
        unset.err());
    assertEquals(
        Main.USAGE,
        init("--password-env", "PATH", "--password-file", password.toString()).exitCode());
  }

  @Test
  void aWarehouseThatIsNotThere() {
    CliRun run = init();
    assertEquals(Main.FAILED, run.exitCode());
    assertTrue(run.err().startsWith("there is no DuckDB file "), run.err());
    assertFalse(Files.exists(model()));
    CliRun none = CliRun.of("init");
    assertEquals(Main.USAGE, none.exitCode());
    assertTrue(none.err().startsWith("Missing required option: '--warehouse"), none.err());
  }
}
