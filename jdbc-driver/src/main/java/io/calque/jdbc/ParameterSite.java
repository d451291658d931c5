package io.calque.jdbc;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import org.apache.calcite.avatica.AvaticaParameter;
import org.apache.calcite.avatica.AvaticaSite;
import org.apache.calcite.avatica.remote.TypedValue;

/** One {@code ?}: every setter of JDBC, kept as a value of a class that warehouses understand. */
final class ParameterSite extends AvaticaSite {
  private final ParameterValues values;
  private final int index;

  /** The site of a parameter; {@code index} counts from 0. */
  ParameterSite(AvaticaParameter parameter, Calendar calendar, int index, ParameterValues values) {
    super(parameter, calendar, index, new TypedValue[0]);
    this.values = values;
    this.index = index;
  }

  private void set(Object value) {
    values.set(index, () -> value);
  }

  private void unsupported(String what) {
    values.set(
        index,
        () -> {
          throw SqlErrors.unsupported("parameters of class " + what + " are not supported");
        });
  }

  @Override
  public void setObject(Object x) {
    values.set(index, () -> understood(x));
  }

  @Override
  public void setObject(Object x, int targetSqlType) {
    values.set(index, () -> Conversions.toType(understood(x), targetSqlType));
  }

  @Override
  public void setObject(Object x, int targetSqlType, int scaleOrLength) {
    values.set(
        index,
        () -> {
          Object value = Conversions.toType(understood(x), targetSqlType);
          return value instanceof BigDecimal decimal
              ? decimal.setScale(scaleOrLength, java.math.RoundingMode.HALF_UP)
              : value;
        });
  }

  private static Object understood(Object value) throws java.sql.SQLException {
    if (value instanceof Instant moment) {
      return moment.atOffset(ZoneOffset.UTC);
    }
    if (value instanceof ZonedDateTime moment) {
      return moment.toOffsetDateTime();
    }
    if (value instanceof java.util.Date moment) {
      return Moments.localIn(moment, null);
    }
    if (value instanceof Calendar moment) {
      return moment.toInstant().atZone(moment.getTimeZone().toZoneId()).toOffsetDateTime();
    }
    if (value instanceof Character || value instanceof Enum<?> || value instanceof URL) {
      return value.toString();
    }
    if (value instanceof Blob) {
      return Conversions.convert(value, byte[].class);
    }
    return value instanceof Clob ? Conversions.convert(value, String.class) : value;
  }

  @Override
  public void setNull(int sqlType) {
    set(null);
  }

  @Override
  public void setNull(int sqlType, String typeName) {
    set(null);
  }

  @Override
  public void setByte(byte o) {
    set(o);
  }

  @Override
  public void setChar(char o) {
    set(String.valueOf(o));
  }

  @Override
  public void setShort(short o) {
    set(o);
  }

  @Override
  public void setInt(int o) {
    set(o);
  }

  @Override
  public void setLong(long o) {
    set(o);
  }

  @Override
  public void setBoolean(boolean o) {
    set(o);
  }

  @Override
  public void setFloat(float x) {
    set(x);
  }

  @Override
  public void setDouble(double x) {
    set(x);
  }

  @Override
  public void setBigDecimal(BigDecimal x) {
    set(x);
  }

  @Override
  public void setString(String x) {
    set(x);
  }

  @Override
  public void setNString(String o) {
    set(o);
  }

  @Override
  public void setBytes(byte[] x) {
    set(x == null ? null : x.clone());
  }

  @Override
  public void setTimestamp(Timestamp x, Calendar calendar) {
    set(Moments.localIn(x, calendar));
  }

  @Override
  public void setTime(Time x, Calendar calendar) {
    set(Moments.localIn(x, calendar));
  }

  @Override
  public void setDate(Date x, Calendar calendar) {
    set(Moments.localIn(x, calendar));
  }

  @Override
  public void setArray(Array x) {
    set(x);
  }

  @Override
  public void setURL(URL x) {
    set(x == null ? null : x.toString());
  }

  @Override
  public void setBlob(Blob x) {
    setObject(x);
  }

  @Override
  public void setClob(Clob x) {
    setObject(x);
  }

  @Override
  public void setNClob(NClob x) {
    setObject(x);
  }

  @Override
  public void setRowId(RowId x) {
    unsupported("RowId");
  }

  @Override
  public void setRef(Ref x) {
    unsupported("Ref");
  }

  @Override
  public void setSQLXML(SQLXML x) {
    unsupported("SQLXML");
  }

  private void text(Reader reader, long length) {
    values.set(index, reader == null ? () -> null : ParameterValues.text(reader, length));
  }

  private void bytes(InputStream stream, long length) {
    values.set(index, stream == null ? () -> null : ParameterValues.bytes(stream, length));
  }

  private void ascii(InputStream stream, long length) {
    text(stream == null ? null : new InputStreamReader(stream, StandardCharsets.US_ASCII), length);
  }

  @Override
  public void setNCharacterStream(Reader value, long length) {
    text(value, length);
  }

  @Override
  public void setNCharacterStream(Reader value) {
    text(value, -1);
  }

  @Override
  public void setCharacterStream(Reader reader, long length) {
    text(reader, length);
  }

  @Override
  public void setCharacterStream(Reader reader) {
    text(reader, -1);
  }

  @Override
  public void setClob(Reader reader, long length) {
    text(reader, length);
  }

  @Override
  public void setClob(Reader reader) {
    text(reader, -1);
  }

  @Override
  public void setNClob(Reader reader, long length) {
    text(reader, length);
  }

  @Override
  public void setNClob(Reader reader) {
    text(reader, -1);
  }

  @Override
  public void setUnicodeStream(InputStream x, int length) {
    text(x == null ? null : new InputStreamReader(x, StandardCharsets.UTF_8), length);
  }

  @Override
  public void setAsciiStream(InputStream x, long length) {
    ascii(x, length);
  }

  @Override
  public void setAsciiStream(InputStream x) {
    ascii(x, -1);
  }

  @Override
  public void setBinaryStream(InputStream x, long length) {
    bytes(x, length);
  }

  @Override
  public void setBinaryStream(InputStream x) {
    bytes(x, -1);
  }

  @Override
  public void setBlob(InputStream inputStream, long length) {
    bytes(inputStream, length);
  }

  @Override
  public void setBlob(InputStream inputStream) {
    bytes(inputStream, -1);
  }
}
