using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>How a decision is signed.</summary>
internal static class DelegationText
{
    /// <summary>
    /// The name of who decided; where it was for a chief officer, that too, such as "A for B, delegate until 3 March 2027".
    /// </summary>
    /// <param name="name">Who decided; null where the account is gone.</param>
    /// <param name="officer">The chief officer for whom.</param>
    /// <param name="until">Last day on which they could; null where they decided for themselves.</param>
    public static string? Signature(string? name, string? officer, DateOnly? until) => until is { } day
        ? $"{name ?? "Someone"} for {officer ?? "a chief officer"}, delegate until {DateFormat.Full(day)}"
        : name;
}
