using System.Globalization;

namespace InspectionPortal.PlanDocuments.Reading;

/// <summary>Ticks and crosses that fonts such as Wingdings show for letters.</summary>
internal static class SignFonts
{
    /// <summary>Whether a font shows signs in place of letters.</summary>
    public static bool Names(string? font) => font is not null
        && (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase)
            || font.StartsWith("Webdings", StringComparison.OrdinalIgnoreCase));

    /// <summary>Letters of such a font as the signs they show; other letters stay.</summary>
    public static string Read(string font, string text) => string.Concat(text.Select(c => Sign(font, c) ?? c.ToString()));

    /// <summary>A sign as Word inserts it, by the code of its letter; empty for one that is neither tick nor cross.</summary>
    public static string Inserted(string? font, string? code) =>
        int.TryParse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var number)
            ? Sign(font ?? "Wingdings", (char)number) ?? "" : "";

    private static string? Sign(string font, char letter) => (font.TrimEnd().ToUpperInvariant(), letter & 0xFF) switch
    {
        ("WINGDINGS 2", 0x50 or 0x52) or ("WEBDINGS", 0x61) or ("WINGDINGS", 0xFC or 0xFE) => "✓",
        ("WINGDINGS 2", 0x4F or 0x51) or ("WEBDINGS", 0x72) or ("WINGDINGS", 0xFB or 0xFD) => "✗",
        ("WINGDINGS", 0x6C or 0x6E) => "●",
        _ => null,
    };
}
