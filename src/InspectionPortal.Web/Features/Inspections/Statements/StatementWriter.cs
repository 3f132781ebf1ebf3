using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>Writes the form into a draft.</summary>
internal static class StatementWriter
{
    /// <summary>What stands where the draft is with the chief officers.</summary>
    public const string IsSubmitted =
        "This draft is with the chief officers in a report. It cannot be changed until they approve or return the report.";

    /// <summary>What stands where the statement is approved.</summary>
    public const string IsApproved = "This statement is approved, so it cannot be changed. Write a new one instead.";

    /// <summary>Returns what is wrong, or null.</summary>
    public static async Task<Failure?> WriteAsync(
        PortalDbContext database, PositionStatement statement, StatementFields fields, DateOnly today, CancellationToken cancellationToken)
    {
        if (statement.State == StatementState.Approved || statement.IsSubmitted)
        {
            return Failure.Field(string.Empty, statement.IsSubmitted ? IsSubmitted : IsApproved);
        }

        if (TypedInput.Date(fields.AsAt) is not { } day || day > today)
        {
            return Failure.Field(nameof(fields.AsAt), "Enter today’s date or an earlier one");
        }

        var grades = await GradesOfAsync(database, statement.RecommendationId, cancellationToken);
        if (fields.Grade is { } grade && grades.Count > 0 && !grades.Contains(grade, StringComparer.Ordinal) && grade != statement.Grade)
        {
            return Failure.Field(nameof(fields.Grade), "Choose a grade from the list");
        }

        (statement.AsAt, statement.Grade) = (day, fields.Grade);
        (statement.HowWell, statement.HowKnown, statement.WhatNext) = (fields.HowWell, fields.HowKnown, fields.WhatNext);
        return null;
    }

    /// <summary>The scale of the inspection that the recommendation comes from; empty where it has none.</summary>
    public static async Task<IReadOnlyList<string>> GradesOfAsync(
        PortalDbContext database, Guid recommendation, CancellationToken cancellationToken) =>
        GradingScale.Of(await database.Gradings
            .Where(g => database.Recommendations.Any(r => r.Id == recommendation && r.InspectionId == g.InspectionId))
            .Select(g => g.Grade).Distinct().ToListAsync(cancellationToken));
}
