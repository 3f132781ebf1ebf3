using System.Text;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A type of file that evidence can be: what its name ends in, how it is served, and how its content is known.</summary>
public sealed record EvidenceFileType(string Name, string ContentType, EvidenceContent Content, params string[] Extensions)
{
    /// <summary>What to say when a file is none of these.</summary>
    public const string Accepted = "a PDF, Word (.docx), Excel (.xlsx), CSV, text (.txt), PNG or JPEG file";

    private static readonly EvidenceFileType[] All =
    [
        new("PDF", "application/pdf", EvidenceContent.Pdf, ".pdf"),
        new("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", EvidenceContent.Word, ".docx"),
        new("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", EvidenceContent.Excel, ".xlsx"),
        new("CSV", "text/csv", EvidenceContent.Text, ".csv"),
        new("Text", "text/plain", EvidenceContent.Text, ".txt"),
        new("PNG", "image/png", EvidenceContent.Png, ".png"),
        new("JPEG", "image/jpeg", EvidenceContent.Jpeg, ".jpg", ".jpeg"),
    ];

    /// <summary>For the file field: what a browser offers to choose.</summary>
    public static string Accept { get; } = string.Join(',', All.SelectMany(t => t.Extensions));

    /// <summary>The type that the end of a name claims; null where it is none of ours.</summary>
    public static EvidenceFileType? Claimed(string fileName) =>
        All.FirstOrDefault(t => t.Extensions.Any(e => fileName.EndsWith(e, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The type that is served with this content type; null for one that was never ours.</summary>
    public static EvidenceFileType? Served(string? contentType) => All.FirstOrDefault(t => t.ContentType == contentType);
}

/// <summary>How a file's bytes are known.</summary>
public enum EvidenceContent
{
    Pdf,
    Word,
    Excel,
    Text,
    Png,
    Jpeg,
}

/// <summary>Looks at a file's bytes as they pass, a piece at a time, and keeps only what it needs to judge them.</summary>
public sealed class ContentWatch
{
    private const int HeadLength = 1024;

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
    public bool LooksLike(EvidenceContent content)
    {
        var head = _head.AsSpan(0, _headLength);
        return content switch
        {
            EvidenceContent.Pdf => head.IndexOf("%PDF-"u8) >= 0,
            EvidenceContent.Word or EvidenceContent.Excel => head.StartsWith("PK\u0003\u0004"u8),
            EvidenceContent.Png => head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
            EvidenceContent.Jpeg => head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]),
            _ => IsText() && !head.StartsWith("%PDF-"u8),
        };
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
