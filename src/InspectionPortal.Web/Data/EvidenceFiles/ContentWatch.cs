using System.Text;

namespace InspectionPortal.Web.Data.EvidenceFiles;

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
