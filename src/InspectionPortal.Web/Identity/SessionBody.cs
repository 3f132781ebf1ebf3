namespace InspectionPortal.Web.Identity;

/// <summary>A scrutiny body of which the person is an officer.</summary>
public sealed record SessionBody(Guid Id, string Name, string ShortName)
{
    /// <summary>What the body calls one of its officers.</summary>
    public string OfficerTitle { get; init; } = Domain.Scrutiny.ScrutinyBody.DefaultOfficerTitle;

    /// <summary>True where they add and remove its officers.</summary>
    public bool IsAdministrator { get; init; }
}
