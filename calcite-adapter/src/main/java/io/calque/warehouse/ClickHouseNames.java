package io.calque.warehouse;

import io.calque.bind.NameRules;
import java.util.HashSet;
import java.util.Set;

/**
 * What names mean in ClickHouse, from its reference: a table function is a way to files, other
 * servers or other tables, so only those may be called that make rows of numbers.
 */
final class ClickHouseNames {
  static final Set<String> RESERVED = reserved();

  /** Those that read dictionaries, tables, files or the server's state, wait, or ask a model. */
  private static final Set<String> OUTSIDE =
      Words.of(
          """
          addresstoline addresstolinewithinlines addresstosymbol buildid catboostevaluate
          connection_id connectionid currentdatabase currentprofiles currentqueryid currentroles
          currentschemas currentuser defaultprofiles defaultroles demangle displayname enabledprofiles
          enabledroles file filesystemavailable filesystemcapacity
          filesystemunreserved fqdn fullhostname generateserialid
          getclienthttpheader getmacro getmaxtablenamelengthfordatabase getoskernelversion
          getserverport getserversetting getsetting getsettingordefault hascolumnintable
          hasthreadfuzzer hostname initial_query_id initialquerystarttime initialqueryid
          joinget joingetornull lemmatize logtrace modelevaluate partitionid
          query_id queryid revision serveruuid shardcount shardnum showcertificate sleep
          sleepeachrow stem synonyms tcpport transactionid transactionlatestsnapshot
          transactionoldestsnapshot trap uptime user version zookeepersessionuptime
          """);

  private static final Set<String> FAMILIES = Words.of("ai dict region structureto");

  static final Aggregates AGGREGATES =
      new Aggregates(
          Words.of(
              """
              grouparray grouparraydistinct grouparrayinsertat grouparraymovingavg
              grouparraymovingsum grouparraysample groupbitmap groupconcat groupuniqarray
              histogram maxmap minmap quantiles quantilesexact quantilestdigest retention
              sequencecount sequencematch simplelinearregression summap topk topkweighted
              windowfunnel
              """),
          Words.of(
              """
              any any_value anyheavy anylast argmax argmin avg avgweighted corr corrstable covarpop
              covarsamp covar_pop covar_samp entropy first_value group_concat groupbitand groupbitor
              groupbitxor kurtpop kurtsamp last_value max median medianexact min quantile
              quantileexact quantiletdigest quantiletiming skewpop skewsamp stddevpop stddevsamp
              stddev_pop stddev_samp std sum sumkahan sumwithoverflow varpop varsamp var_pop
              var_samp
              """),
          Words.of("count uniq uniqcombined uniqcombined64 uniqexact uniqhll12 uniqtheta"));

  private ClickHouseNames() {}

  static NameRules rules() {
    return new NameRules(
        Words.of("generate_series generateseries numbers numbers_mt zeros zeros_mt"),
        new NameRules.Refused(OUTSIDE, FAMILIES, Set.of()),
        Words.of("current_date current_timestamp"),
        RESERVED);
  }

  private static Set<String> reserved() {
    Set<String> words = new HashSet<>(StandardNames.RESERVED);
    words.addAll(
        Words.of(
            """
            anti array asof attach final format global if ilike interval kill nulls offset optimize
            paste prewhere replace sample semi settings top totals unpivot
            """));
    return Set.copyOf(words);
  }
}
