package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.HashSet;
import java.util.Set;

/** What names mean in Redshift, from its reference: those of PostgreSQL, and its own. */
final class RedshiftNames {
  static final Set<String> RESERVED = reserved();

  private static final Set<String> OUTSIDE = outside();

  /** ANY_VALUE does not pass over NULLs. */
  static final Aggregates AGGREGATES =
      new Aggregates(
          Words.of("any_value listagg"),
          Words.of(
              """
              avg bit_and bit_or bool_and bool_or max median min percentile_cont stddev stddev_pop
              stddev_samp sum var_pop var_samp variance
              """),
          Words.of("count"),
          Aggregates.Filtering.CASE);

  private RedshiftNames() {}

  static NameRules rules() {
    NameRules.Refused postgres = PostgresNames.rules().refused();
    return new NameRules(
        Words.of("generate_series unnest"),
        new NameRules.Refused(OUTSIDE, postgres.prefixes(), postgres.exceptions()),
        StandardNames.CONSTANTS,
        RESERVED);
  }

  private static Set<String> outside() {
    Set<String> names = new HashSet<>(PostgresNames.rules().refused().names());
    names.addAll(
        Words.of(
            """
            change_query_priority change_session_priority change_user_priority current_aws_account
            current_namespace current_session_arn current_database current_user_id explain_model
            inet_client_addr role_is_member_of slice_num user_is_member_of version
            """));
    return Set.copyOf(names);
  }

  private static Set<String> reserved() {
    Set<String> words = new HashSet<>(StandardNames.RESERVED);
    words.addAll(
        Words.of(
            """
            aes128 aes256 allowoverwrite backup blanksasnull bytedict connect credentials deflate
            defrag delta delta32k disable emptyasnull enable encode encrypt encryption explicit
            globaldict256 globaldict64k gzip identity ignore language luns lzo lzop minus
            mostly13 mostly32 mostly8 new nulls off offline oid old open parallel partition percent
            permissions pivot raw readratio recover rejectlog resort respect restore snapshot sysdate
            system tag tdes text255 text32k timestamp top truncatecolumns unpivot wallet without
            """));
    return Set.copyOf(words);
  }
}
