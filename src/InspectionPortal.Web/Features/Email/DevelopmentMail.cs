namespace InspectionPortal.Web.Features.Email;

/// <summary>One e-mail with what it says.</summary>
public sealed record DevelopmentMail(string Name, string Subject, string To, DateTimeOffset At, string Text, string Html)
{
    /// <summary>The text in pieces, each either words or an address to open.</summary>
    public IReadOnlyList<DevelopmentMailPart> Pieces { get; init; } = [];
}
