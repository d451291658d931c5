package io.calque.jdbc;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Struct;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Calendar;
import java.util.Map;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;
import org.apache.calcite.avatica.util.Cursor;
import org.joou.UByte;
import org.joou.UInteger;
import org.joou.ULong;
import org.joou.UShort;

/** One column of the current row: every getter of JDBC over the value as it is. */
abstract class ValueAccessor implements Cursor.Accessor {
  /** Text as an NCLOB. */
  private static final class Text extends SerialClob implements NClob {
    private static final long serialVersionUID = 1L;

    private Text(String text) throws SQLException {
      super(text.toCharArray());
    }
  }

  /** The value as it is, or null. */
  protected abstract Object raw() throws SQLException;

  private <T> T as(Class<T> wanted) throws SQLException {
    return Conversions.convert(raw(), wanted);
  }

  private <T extends Number> Number number(Class<T> wanted) throws SQLException {
    T value = as(wanted);
    return value == null ? 0 : value;
  }

  @Override
  public Object getObject() throws SQLException {
    return raw();
  }

  @Override
  public <T> T getObject(Class<T> type) throws SQLException {
    Object large =
        switch (type.getName()) {
          case "java.lang.String" -> getString();
          case "java.sql.Blob" -> getBlob();
          case "java.sql.Clob" -> getClob();
          case "java.sql.NClob" -> getNClob();
          case "java.net.URL" -> getURL();
          case "java.io.InputStream" -> getBinaryStream();
          case "java.io.Reader" -> getCharacterStream();
          default -> as(type);
        };
    @SuppressWarnings("unchecked")
    T value = (T) large;
    return value;
  }

  @Override
  public Object getObject(Map<String, Class<?>> map) throws SQLException {
    return getObject();
  }

  @Override
  public String getString() throws SQLException {
    return as(String.class);
  }

  @Override
  public boolean getBoolean() throws SQLException {
    return Boolean.TRUE.equals(as(Boolean.class));
  }

  @Override
  public byte getByte() throws SQLException {
    return number(Byte.class).byteValue();
  }

  @Override
  public short getShort() throws SQLException {
    return number(Short.class).shortValue();
  }

  @Override
  public int getInt() throws SQLException {
    return number(Integer.class).intValue();
  }

  @Override
  public long getLong() throws SQLException {
    return number(Long.class).longValue();
  }

  @Override
  public float getFloat() throws SQLException {
    return number(Float.class).floatValue();
  }

  @Override
  public double getDouble() throws SQLException {
    return number(Double.class).doubleValue();
  }

  @Override
  public BigDecimal getBigDecimal() throws SQLException {
    return as(BigDecimal.class);
  }

  @Override
  public BigDecimal getBigDecimal(int scale) throws SQLException {
    BigDecimal value = getBigDecimal();
    return value == null ? null : value.setScale(scale, RoundingMode.HALF_UP);
  }

  @Override
  public byte[] getBytes() throws SQLException {
    return as(byte[].class);
  }

  @Override
  public Date getDate(Calendar calendar) throws SQLException {
    LocalDate date = as(LocalDate.class);
    return date == null ? null : Moments.inZone(date, calendar);
  }

  @Override
  public Time getTime(Calendar calendar) throws SQLException {
    LocalTime time = as(LocalTime.class);
    return time == null ? null : Moments.inZone(time, calendar);
  }

  @Override
  public Timestamp getTimestamp(Calendar calendar) throws SQLException {
    Object value = raw();
    if (value instanceof OffsetDateTime moment) {
      return Timestamp.from(moment.toInstant());
    }
    LocalDateTime moment = Conversions.convert(Moments.onADay(value), LocalDateTime.class);
    return moment == null ? null : Moments.inZone(moment, calendar);
  }

  @Override
  public Array getArray() throws SQLException {
    return as(Array.class);
  }

  @Override
  public Struct getStruct() throws SQLException {
    return as(Struct.class);
  }

  @Override
  public Blob getBlob() throws SQLException {
    if (raw() instanceof Blob blob) {
      return blob;
    }
    byte[] bytes = getBytes();
    return bytes == null ? null : new SerialBlob(bytes);
  }

  @Override
  public Clob getClob() throws SQLException {
    String text = getString();
    return text == null ? null : new SerialClob(text.toCharArray());
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    String text = getString();
    return text == null ? null : new StringReader(text);
  }

  @Override
  public Reader getNCharacterStream() throws SQLException {
    return getCharacterStream();
  }

  @Override
  public String getNString() throws SQLException {
    return getString();
  }

  @Override
  public InputStream getAsciiStream() throws SQLException {
    String text = getString();
    return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public InputStream getUnicodeStream() throws SQLException {
    String text = getString();
    return text == null ? null : new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public InputStream getBinaryStream() throws SQLException {
    byte[] bytes = getBytes();
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  @Override
  public URL getURL() throws SQLException {
    String text = getString();
    try {
      return text == null ? null : new URL(text);
    } catch (MalformedURLException e) {
      throw new SQLException("a value cannot be read as URL", "22018", e);
    }
  }

  @Override
  public NClob getNClob() throws SQLException {
    String text = getString();
    return text == null ? null : new Text(text);
  }

  @Override
  public SQLXML getSQLXML() throws SQLException {
    throw SqlErrors.unsupported("XML values are read by getString");
  }

  @Override
  public Ref getRef() throws SQLException {
    throw SqlErrors.unsupported("REF values are not supported");
  }

  @Override
  public UByte getUByte() throws SQLException {
    return UByte.valueOf(getShort());
  }

  @Override
  public UShort getUShort() throws SQLException {
    return UShort.valueOf(getInt());
  }

  @Override
  public UInteger getUInt() throws SQLException {
    return UInteger.valueOf(getLong());
  }

  @Override
  public ULong getULong() throws SQLException {
    return ULong.valueOf(getBigDecimal().toBigInteger());
  }
}
