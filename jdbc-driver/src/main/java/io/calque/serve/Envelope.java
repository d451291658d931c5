package io.calque.serve;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.calque.error.CalqueException;
import io.calque.error.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.calcite.avatica.proto.Common.WireMessage;
import org.apache.calcite.avatica.proto.Requests;
import org.apache.calcite.avatica.remote.ProtobufTranslation;
import org.apache.calcite.avatica.remote.ProtobufTranslationImpl;
import org.apache.calcite.avatica.remote.Service;

/**
 * Requests and responses as they travel. Avatica names each message by its Java class, and in
 * {@code calque.jar} Avatica's classes lie in a package of Calque's; on the wire they have their
 * own names, whatever they are called here.
 */
final class Envelope implements ProtobufTranslation {
  /** In pieces, as shading would rewrite the whole name. */
  private static final String ON_THE_WIRE =
      String.join(".", "org", "apache", "calcite", "avatica", "proto", "");

  private static final String HERE = Requests.class.getPackageName() + ".";

  private final ProtobufTranslation translation = new ProtobufTranslationImpl();

  /**
   * The request in those bytes.
   *
   * @throws CalqueException if there is none in them
   */
  @Override
  public Service.Request parseRequest(byte[] bytes) {
    try {
      return translation.parseRequest(renamed(bytes, ON_THE_WIRE, HERE));
    } catch (IOException | RuntimeException e) {
      throw CalqueException.of(
          ErrorCode.NOT_SUPPORTED, "this is no request of Avatica's protocol", e);
    }
  }

  @Override
  public byte[] serializeResponse(Service.Response response) throws IOException {
    return renamed(translation.serializeResponse(response), HERE, ON_THE_WIRE);
  }

  @Override
  public byte[] serializeRequest(Service.Request request) throws IOException {
    return renamed(translation.serializeRequest(request), HERE, ON_THE_WIRE);
  }

  @Override
  public Service.Response parseResponse(byte[] bytes) throws IOException {
    return translation.parseResponse(renamed(bytes, ON_THE_WIRE, HERE));
  }

  /**
   * A response that holds nothing; some of Avatica's can be made in no other way.
   *
   * @param message as which it travels
   */
  Service.Response empty(Class<? extends Message> message) {
    WireMessage wire = WireMessage.newBuilder().setName(message.getName()).build();
    try {
      return translation.parseResponse(wire.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] renamed(byte[] bytes, String from, String to) throws IOException {
    WireMessage message = WireMessage.parseFrom(bytes);
    String name = message.getName();
    if (!name.startsWith(from)) {
      throw new InvalidProtocolBufferException("this is no message of Avatica's");
    }
    return message.toBuilder().setName(to + name.substring(from.length())).build().toByteArray();
  }
}
