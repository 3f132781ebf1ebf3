using InspectionPortal.Domain.Reporting;

namespace InspectionPortal.Web.Features.Updates;

public sealed record PeriodToClose(Guid Id, string Title, PeriodState State, DateOnly DueOn, IReadOnlyList<UnansweredItem> Unanswered, int Waiting, int Projects);
