using System.Buffers;
using System.Text;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>Looks at a file's bytes as they pass, a piece at a time, and keeps only what it needs to judge them.</summary>
public sealed class ContentWatch
{
    private const int HeadLength = 1024;

    private static readonly SearchValues<byte> HeaderNames =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);

    private readonly byte[] _head = new byte[HeadLength];
    private readonly Decoder _decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
    private readonly char[] _decoded = new char[4096];
    private int _headLength;
    private bool _hasControls;
    private bool _isUtf8 = true;
    private bool _isWindows1252 = true;

    /// <summary>The next piece, in order.</summary>
    public void Append(ReadOnlySpan<byte> piece)
    {
        var taken = Math.Min(piece.Length, HeadLength - _headLength);
        piece[..taken].CopyTo(_head.AsSpan(_headLength));
        _headLength += taken;
        foreach (var one in piece)
        {
            _hasControls |= one < 0x20 && one is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C);
            _isWindows1252 &= one is not (0x81 or 0x8D or 0x8F or 0x90 or 0x9D);
        }

        Decode(piece, isLast: false);
    }

    /// <summary>True where the bytes so far begin as that kind begins, or for text, are text throughout. Call once, at the end.</summary>
    public bool LooksLike(EvidenceFileType type)
    {
        var head = _head.AsSpan(0, _headLength);
        return type switch
        {
            { IsPackage: true } => head.StartsWith("PK\u0003\u0004"u8),
            { IsCompound: true } => head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
            { Content: EvidenceContent.Pdf } => head.IndexOf("%PDF-"u8) >= 0,
            { Content: EvidenceContent.RichText } => head.StartsWith("{\\rtf"u8),
            { Content: EvidenceContent.Message } => StartsWithAHeader(head) && IsText(),
            { Content: EvidenceContent.Text } => IsText() && !head.StartsWith("%PDF-"u8),
            _ => IsMedia(type.Content, head),
        };
    }

    private static bool IsMedia(EvidenceContent content, ReadOnlySpan<byte> head) => content switch
    {
        EvidenceContent.Png => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        EvidenceContent.Jpeg => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
        EvidenceContent.Gif => head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8),
        EvidenceContent.WebP => IsRiff(head, "WEBP"u8),
        EvidenceContent.Tiff => head.StartsWith("II*\0"u8) || head.StartsWith("MM\0*"u8),
        EvidenceContent.Heic => Brand(head) is "heic" or "heix" or "heim" or "heis" or "mif1" or "msf1",
        EvidenceContent.Mp3 => head.StartsWith("ID3"u8) || (head.Length > 1 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2),
        EvidenceContent.Wave => IsRiff(head, "WAVE"u8),
        EvidenceContent.Ogg => head.StartsWith("OggS"u8),
        EvidenceContent.Mp4 => Brand(head) is not (null or "heic" or "heix" or "heim" or "heis" or "mif1" or "msf1"),
        EvidenceContent.WebM => head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]),
        _ => false,
    };

    private static bool IsRiff(ReadOnlySpan<byte> head, ReadOnlySpan<byte> form) =>
        head.StartsWith("RIFF"u8) && head.Length > 11 && head[8..].StartsWith(form);

    /// <summary>What an MP4 or HEIC file says it is; null where it is neither.</summary>
    private static string? Brand(ReadOnlySpan<byte> head) =>
        head.Length > 11 && head[4..].StartsWith("ftyp"u8) ? Encoding.Latin1.GetString(head[8..12]) : null;

    /// <summary>True where the first line is a name, a colon and a value, as a message's first line is.</summary>
    private static bool StartsWithAHeader(ReadOnlySpan<byte> head)
    {
        var colon = head.IndexOf((byte)':');
        return colon is > 0 and < 70 && head[..colon].IndexOfAnyExcept(HeaderNames) < 0;
    }

    private bool IsText()
    {
        Decode([], isLast: true);
        return !_hasControls && (_isUtf8 || _isWindows1252);
    }

    private void Decode(ReadOnlySpan<byte> piece, bool isLast)
    {
        try
        {
            while (_isUtf8)
            {
                _decoder.Convert(piece, _decoded, isLast, out var used, out _, out var completed);
                piece = piece[used..];
                if (completed || piece.IsEmpty)
                {
                    return;
                }
            }
        }
        catch (DecoderFallbackException)
        {
            _isUtf8 = false;
        }
    }
}
