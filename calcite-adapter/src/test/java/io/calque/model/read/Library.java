package io.calque.model.read;

/** A model without a flaw, for tests to spoil: a library, its members, loans, books and writers. */
public final class Library {
  public static final String MEMBER = "entities/member.yml";
  public static final String LOAN = "entities/loan.yml";
  public static final String BOOK = "entities/book.yml";
  public static final String WRITER = "entities/writer.yml";
  public static final String RELATIONSHIPS = ModelFixture.RELATIONSHIPS;

  private Library() {}

  public static ModelFixture model() {
    return ModelFixture.files(MEMBER, member())
        .with(LOAN, loan())
        .with(BOOK, book())
        .with(WRITER, writer())
        .with(RELATIONSHIPS, relationships());
  }

  private static String member() {
    return """
        name: member
        description: A person with a card
        key_source: lib.core.members
        keys: [card_no]
        features:
          - type: field
            name: card_no
            description: Number on the card
            data_type: string
            source: lib.core.members
            field: card
          - type: field
            name: joined
            description: Day of joining
            data_type: datetime
            source: lib.core.members
            field: joined_on
          - type: field
            name: town
            description: Where the member lives
            data_type: string
            source: lib.ref.towns
            field: town_name
          - type: metric
            name: late_loans
            description: Loans that came back late
            data_type: number
            source: loan
            metric: loans
            filters:
              - {type: field, field: days, operator: gt, values: [28]}
              - {type: sql, sql: '{source}.{returned} IS NOT NULL'}
          - type: first_last
            name: last_title
            description: Title of the latest loan
            data_type: string
            source: loan
            options: {method: last, sort_by: lent, field: title, offset: 1}
          - type: formula
            name: trusted
            description: Whether the member may borrow more
            data_type: boolean
            sql: '{late_loans} < 3'
        metrics:
          - name: members
            description: Number of members
            sql: COUNT(*)
        related_sources:
          lib.ref.towns:
            relationship: many_to_one
            description: Towns by member
            joins:
              - name: by_card
                type: sql
                sql: '{source}.{card_no} = {destination}.card'
        """
        .replace("{destination}.card", "{destination}.{card}");
  }

  private static String loan() {
    return """
        name: loan
        description: A book in a member's hands
        key_source: lib.core.loans
        keys: [loan_id]
        features:
          - {type: field, name: loan_id, description: Id, data_type: number, source: lib.core.loans, field: id}
          - {type: field, name: card_no, description: Who, data_type: string, source: lib.core.loans, field: card_no}
          - {type: field, name: isbn, description: What, data_type: string, source: lib.core.loans, field: isbn}
          - {type: field, name: lent, description: From, data_type: datetime, source: lib.core.loans, field: lent_at}
          - {type: field, name: returned, description: Until, data_type: datetime, source: lib.core.loans, field: returned_at}
          - {type: field, name: days, description: Length, data_type: number, source: lib.core.loans, field: days}
          - {type: field, name: title, description: Title, data_type: string, source: book, field: title}
        metrics:
          - {name: loans, description: Number of loans, sql: COUNT(*)}
          - {name: days_lent, description: Days together, sql: 'SUM({days})'}
          - name: mean_days
            description: Days for each loan
            sql: METRIC('days_lent') / NULLIF(METRIC('loans'), 0)
        """;
  }

  private static String book() {
    return """
        name: book
        description: Something to read
        key_source: lib.core.books
        keys: [isbn]
        features:
          - {type: field, name: isbn, description: Number, data_type: string, source: lib.core.books, field: isbn}
          - {type: field, name: title, description: Title, data_type: string, source: lib.core.books, field: title}
        metrics:
          - {name: books, description: Number of books, sql: COUNT(*)}
        """;
  }

  private static String writer() {
    return """
        name: writer
        description: Somebody who wrote a book
        key_source: lib.core.writers
        keys: [writer_id]
        features:
          - {type: field, name: writer_id, description: Id, data_type: number, source: lib.core.writers, field: id}
          - {type: field, name: full_name, description: Name, data_type: string, source: lib.core.writers, field: name}
        """;
  }

  private static String relationships() {
    return """
        relationships:
          member-loan:
            relationship: one_to_many
            description: A member borrows
            joins:
              - name: member_to_loan
                default: true
                join_type: left
                type: sql
                sql: '{source}.{card_no} = {destination}.{card_no}'
          loan-book:
            relationship: many_to_one
            description: A loan is of a book
            joins:
              - name: loan_to_book
                type: sql
                sql: '{source}.{isbn} = {destination}.{isbn}'
          book-writer:
            relationship: many_to_many
            description: Books have writers
            joins:
              - name: book_to_writer
                default: true
                type: lookup
                lookup:
                  - destination: lib.core.authorship
                    type: sql
                    sql: '{source}.{isbn} = {destination}.{isbn}'
                  - destination: writer
                    type: sql
                    sql: '{source}.{writer_id} = {destination}.{writer_id}'
        """;
  }
}
