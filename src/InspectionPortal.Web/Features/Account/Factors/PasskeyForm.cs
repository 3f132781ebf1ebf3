namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>A form that the browser fills in with a passkey. It is hidden until the script knows that the browser can.</summary>
/// <param name="Action">Where the answer is sent.</param>
/// <param name="Question">Where the question comes from.</param>
/// <param name="Button">The words of the button.</param>
public sealed record PasskeyForm(string Action, string Question, string Button)
{
    /// <summary>Prefix of the fields' names.</summary>
    public string Prefix { get; init; } = string.Empty;

    /// <summary>Where to go on to; null for the usual place.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Other fields to send along.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields { get; init; } = [];
}
