using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Home;

/// <summary>The quarter that is on, and how many updates came in of those awaited.</summary>
public sealed record HomeQuarter(Guid Id, string Title, DateOnly OpensOn, DateOnly DueOn, PeriodState State, int CameIn, int Awaited);
