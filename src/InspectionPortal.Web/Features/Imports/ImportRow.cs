using InspectionPortal.Domain.Imports;

namespace InspectionPortal.Web.Features.Imports;

/// <summary>One import, as a list shows it.</summary>
public sealed record ImportRow(Guid Id, string FileName, string? Plan, ImportState State, DateTimeOffset At, string? By, string? Told)
{
    /// <summary>True where it waits to be looked at.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>True while a job brings it in or undoes it.</summary>
    public bool IsUnderWay { get; init; }
}
