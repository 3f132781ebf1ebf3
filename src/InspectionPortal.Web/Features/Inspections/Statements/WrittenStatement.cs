using InspectionPortal.Domain.Inspections;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>A position statement with the names that members read.</summary>
/// <param name="Statement">The statement.</param>
/// <param name="Report">Title of the report it goes with; null for none.</param>
/// <param name="By">Who wrote its last version; null where the account is gone.</param>
internal sealed record WrittenStatement(PositionStatement Statement, string? Report, string? By)
{
    public StatementRow Row() => new()
    {
        Id = Statement.Id,
        AsAt = Statement.AsAt,
        HowWell = Statement.HowWell,
        HowKnown = Statement.HowKnown,
        WhatNext = Statement.WhatNext,
        Grade = Statement.Grade,
        State = Statement.State,
        PeriodId = Statement.PeriodId,
        Report = Report,
        ApprovedAt = Statement.ApprovedAt,
        WrittenBy = By,
        WrittenAt = Statement.WrittenAt,
    };
}
