package ro.parcurs.crm.adapter.mail.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import ro.parcurs.crm.adapter.mail.document.OfferPdf.Logo;

/**
 * A picture as pages show it.
 *
 * @param address the whole picture as a {@code data:} address
 */
record Picture(String address) {

  static Picture of(byte[] file) {
    if (file.length > Logo.MAX_BYTES) {
      throw new IllegalArgumentException(
          "a logo of " + file.length + " bytes; at most " + Logo.MAX_BYTES);
    }
    String format = format(file);
    return new Picture(
        "data:image/" + format + ";base64," + Base64.getEncoder().encodeToString(file));
  }

  /** Looked at before it is unpacked, so that a small file can't hold a huge picture. */
  private static String format(byte[] file) {
    try (ImageInputStream stream =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
      if (!readers.hasNext()) {
        throw new IllegalArgumentException("a logo that is no picture");
      }
      ImageReader reader = readers.next();
      try {
        String format = reader.getFormatName().toLowerCase(java.util.Locale.ROOT);
        if (!format.equals("png") && !format.equals("jpeg")) {
          throw new IllegalArgumentException("a logo in " + format + "; PNG and JPEG are read");
        }
        reader.setInput(stream);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (Math.max(width, height) > Logo.MAX_PIXELS) {
          throw new IllegalArgumentException(
              "a logo of " + width + " x " + height + " pixels; at most " + Logo.MAX_PIXELS);
        }
        reader.read(0);
        return format;
      } finally {
        reader.dispose();
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("a logo that can't be read", e);
    }
  }
}
