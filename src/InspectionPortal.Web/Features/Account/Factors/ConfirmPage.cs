using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Asks the person to confirm, and keeps the form that they sent so that it goes on afterwards.</summary>
public sealed class ConfirmPage
{
    private const string AntiforgeryField = "__RequestVerificationToken";

    public required ConfirmSession Confirmation { get; init; }

    /// <summary>What they can confirm with.</summary>
    public required SecondStepPage Ways { get; init; }

    /// <summary>The fields of the form that was sent, and where it goes.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; }

    public bool ByPassword => !Ways.HasApp && !Ways.HasPasskey && !Ways.HasRecoveryCodes;

    /// <summary>The page for a request that was stopped.</summary>
    public static ConfirmPage Of(HttpRequest request, IUrlHelper url, SecondStepPage ways)
    {
        var referer = request.GetTypedHeaders().Referer;
        var confirmation = new ConfirmSession
        {
            To = request.GetEncodedPathAndQuery(),
            IsOpened = HttpMethods.IsGet(request.Method),
            Back = url.Own(referer is { IsAbsoluteUri: true } page && page.Authority == request.Host.Value ? page.PathAndQuery : null),
        };
        return Of(request, confirmation, ways);
    }

    /// <summary>The page again, for the form of this page itself.</summary>
    public static ConfirmPage Of(HttpRequest request, ConfirmSession confirmation, SecondStepPage ways) => new()
    {
        Confirmation = confirmation,
        Ways = ways,
        Fields =
        [
            .. request.HasFormContentType ? Typed(request.Form) : [],
            Own(nameof(ConfirmSession.To), confirmation.To),
            Own(nameof(ConfirmSession.IsOpened), confirmation.IsOpened ? "true" : "false"),
            Own(nameof(ConfirmSession.Back), confirmation.Back),
        ],
    };

    private static IEnumerable<KeyValuePair<string, string>> Typed(IFormCollection form) =>
        from field in form
        where field.Key != AntiforgeryField && !field.Key.StartsWith($"{ConfirmSession.Prefix}.", StringComparison.OrdinalIgnoreCase)
        from value in field.Value
        select KeyValuePair.Create(field.Key, value ?? string.Empty);

    private static KeyValuePair<string, string> Own(string name, string? value) =>
        KeyValuePair.Create($"{ConfirmSession.Prefix}.{name}", value ?? string.Empty);
}
