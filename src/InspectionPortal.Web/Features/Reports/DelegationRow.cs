namespace InspectionPortal.Web.Features.Reports;

/// <summary>One time that somebody decides, or decided, for this chief officer.</summary>
public sealed record DelegationRow(Guid Id, string Name, DateOnly From, DateOnly Until)
{
    /// <summary>Whether it is now, later, or over, and why.</summary>
    public required string State { get; init; }

    /// <summary>True where it can still be ended.</summary>
    public required bool CanEnd { get; init; }
}
