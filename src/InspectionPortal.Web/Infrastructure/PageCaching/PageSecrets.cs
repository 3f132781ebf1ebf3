namespace InspectionPortal.Web.Infrastructure.PageCaching;

/// <summary>The secrets of one response.</summary>
/// <param name="Nonce">The nonce of the content security policy.</param>
/// <param name="FormToken">The token of its forms.</param>
public sealed record PageSecrets(string Nonce, string FormToken)
{
    /// <summary>The words of one of them.</summary>
    public string this[PageSecret secret] => secret == PageSecret.Nonce ? Nonce : FormToken;
}
