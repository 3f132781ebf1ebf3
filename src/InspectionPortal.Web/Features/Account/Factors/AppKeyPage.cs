using Microsoft.AspNetCore.Html;
using QRCoder;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>A key to share with an authenticator app.</summary>
/// <param name="Key">The key in base 32.</param>
/// <param name="SealedKey">The same for the form to bring back; only the portal can read it.</param>
/// <param name="Address">What the QR code says.</param>
public sealed record AppKeyPage(string Key, string SealedKey, string Address)
{
    /// <summary>The key in groups of four, to type by hand.</summary>
    public string Typed => string.Join(' ', Key.Chunk(4).Select(c => new string(c))).ToLowerInvariant();

    /// <summary>The QR code as SVG.</summary>
    public HtmlString Picture()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Address, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return new HtmlString(code.GetGraphic(5, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.ViewBoxAttribute));
    }
}
