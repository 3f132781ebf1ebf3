using InspectionPortal.Domain.Reporting.Editions;
using InspectionPortal.Web.Components.Shared;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>A position statement in a report, with the recommendation that it is about.</summary>
public sealed record ReportStatement(SnapshotRecommendation About, SnapshotStatement Statement)
{
    /// <summary>True where it is approved with this report, and not before it.</summary>
    public bool IsWithReport => Statement.ApprovedAt is null;

    public StatementTexts Texts => new(Statement.HowWell, Statement.HowKnown, Statement.WhatNext, Statement.Grade);
}
