using InspectionPortal.Domain.Inspections;
using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Queries;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Forms;
using InspectionPortal.Web.Infrastructure.Pipeline;
using MediatR;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections.Statements;

/// <summary>The form of a position statement; of a new one about <paramref name="RecommendationId"/> where there is no id.</summary>
[Requires(Permission.WriteUpdates)]
public sealed record GetStatementForm(Guid? Id, Guid? RecommendationId = null) : IQuery<StatementFields>;

internal sealed class GetStatementFormHandler(
    PortalDbContext database, CurrentSession current, VocabularyTerms terms, PlanClock clock)
    : IRequestHandler<GetStatementForm, StatementFields?>
{
    public async Task<StatementFields?> Handle(GetStatementForm query, CancellationToken cancellationToken)
    {
        var readable = database.StatementsFor(current.RequiredTenant).AsNoTracking();
        var stored = query.Id is null ? null : await readable.SingleOrDefaultAsync(s => s.Id == query.Id, cancellationToken);
        var about = stored?.RecommendationId ?? query.RecommendationId;
        var found = await database.Recommendations.AsNoTracking().Where(r => r.Id == about)
            .Select(r => new Subject(r.Id, r.Number, r.Title ?? r.Text)).SingleOrDefaultAsync(cancellationToken);
        if (found is null || (query.Id is not null && stored is null))
        {
            return null;
        }

        var last = stored is not null ? null : await readable
            .Where(s => s.RecommendationId == found.Id && s.State == StatementState.Approved)
            .OrderByDescending(s => s.AsAt).ThenByDescending(s => s.ApprovedAt).FirstOrDefaultAsync(cancellationToken);
        var page = await PageAsync(found, stored, last, cancellationToken);
        return stored is not null ? Fill(new EditPositionStatement { Id = stored.Id, Version = stored.Version }, stored, page)
            : Fill(new AddPositionStatement(), last, page, clock.Today);
    }

    private async Task<StatementFormPage> PageAsync(
        Subject about, PositionStatement? stored, PositionStatement? last, CancellationToken cancellationToken)
    {
        var grades = await StatementWriter.GradesOfAsync(database, about.Id, cancellationToken);
        var kept = (stored ?? last)?.Grade is { } grade && !grades.Contains(grade, StringComparer.Ordinal) ? grade : null;
        var address = $"~/recommendations/{about.Id}";
        return new StatementFormPage
        {
            Title = stored is null ? "Write a position statement" : "Edit the draft position statement",
            Button = "Save draft",
            Place = "inspections",
            Caption = $"{about.Number}. {EnglishText.Cut(about.Name, 120)}",
            Lede = Lede(stored, last),
            Back = $"{address}#position",
            Crumbs = [new Crumb(EnglishText.Capital(EnglishText.Plural(terms.Recommendation)), "~/recommendations"),
                new Crumb(about.Number, address)],
            Grades = grades.Count == 0 ? []
                : [.. grades.Append(kept).OfType<string>().Select(g => new SelectListItem(EnglishText.Capital(g), g))],
            LastSaved = stored is null ? null : await LastSavedAsync(stored, cancellationToken),
            Removal = stored is null || stored.IsSubmitted || stored.State == StatementState.Approved
                ? null : new Removal($"~/statements/{stored.Id}/remove", "this draft", "Its text will be removed.", []),
        };
    }

    private static string Lede(PositionStatement? stored, PositionStatement? last) => stored switch
    {
        { IsSubmitted: true } => StatementWriter.IsSubmitted,
        { State: StatementState.Approved } => StatementWriter.IsApproved,
        null when last is not null =>
            $"This starts with the text that was approved as at {DateFormat.Full(last.AsAt)}. Change what is no longer true. "
            + "Link officers read it once it is approved.",
        _ => "Link officers read it once it is approved, and never before.",
    };

    private async Task<string> LastSavedAsync(PositionStatement stored, CancellationToken cancellationToken)
    {
        var name = await database.Users.Where(u => u.Id == stored.WrittenByUserId).Select(u => u.DisplayName)
            .FirstOrDefaultAsync(cancellationToken);
        return $"{name ?? "Someone else"} saved this on {DateFormat.Moment(stored.WrittenAt, clock.LocalTimeZone)}";
    }

    private static StatementFields Fill(StatementFields fields, PositionStatement? from, StatementFormPage page, DateOnly? asAt = null)
    {
        fields.Page = page;
        fields.AsAt = TypedInput.Show(asAt ?? from?.AsAt);
        (fields.HowWell, fields.HowKnown, fields.WhatNext, fields.Grade) = (from?.HowWell, from?.HowKnown, from?.WhatNext, from?.Grade);
        return fields;
    }

    private sealed record Subject(Guid Id, string Number, string Name);
}
