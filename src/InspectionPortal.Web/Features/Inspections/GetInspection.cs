using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Plans;
using InspectionPortal.Web.Features.Scrutiny;
using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Tenancy;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Inspections;

/// <summary>What did they find, what did we answer?</summary>
[Requires(Permission.ReadPlan)]
[LinkOfficerMay(GrantScope.LivePlan)]
public sealed record GetInspection(Guid Id) : IQuery<InspectionPage>;

public sealed record InspectionPage(
    InspectionHead Head, IReadOnlyList<GradingLine> Gradings, IReadOnlyList<NumberedText> Strengths, IReadOnlyList<RecommendationRow> Recommendations,
    IReadOnlyList<ReviewRow> Reviews,
    bool CanEdit, Vocabulary Vocabulary, IReadOnlyList<Rating> Key) : IReadByLinkOfficers
{
    /// <summary>Whether what must improve has work against it.</summary>
    public string Cover => Recommendations.Count(r => r.Links == 0) switch
    {
        0 => "each answered by work in the plan",
        1 => "1 without work against it",
        var several => $"{several} without work against them",
    };

    public string WhatWasRead => $"Inspection: {Head.Title}";
}

public sealed record InspectionHead(
    Guid Id, InspectionKind Kind, string Title, string? Framework, string? FieldworkText, DateOnly? FieldworkFrom, DateOnly? FieldworkTo, DateOnly? Published, string? PublishedText,
    string? Summary, string? OverallJudgement, SourceNote Source, List<InspectionBodyRow> Bodies, List<NumberedText> Questions)
{
    /// <summary>When the fieldwork was, in the report's words where it has any.</summary>
    public string Fieldwork => InspectionWords.Fieldwork(FieldworkText, FieldworkFrom, FieldworkTo) ?? "Not recorded";
}

/// <summary>A return visit.</summary>
public sealed record ReviewRow(Guid Id, string Title, DateOnly? Published, string? PublishedText, string? FieldworkText, int Findings);

public sealed record NumberedText(int Number, string Text);

/// <summary>A grade on its scale; nested where the body nests its judgements.</summary>
public sealed record GradingLine(Guid Id, Guid? ParentId, string? Indicator, string Title, string? Scale, string Grade);

internal sealed class GetInspectionHandler(PortalDbContext database, CurrentSession current) : IRequestHandler<GetInspection, InspectionPage?>
{
    public async Task<InspectionPage?> Handle(GetInspection request, CancellationToken cancellationToken)
    {
        var access = current.RequiredTenant;
        var head = await database.InspectionsFor(access).AsNoTracking().Where(i => i.Id == request.Id)
            .Select(i => new InspectionHead(
                i.Id, i.Kind, i.Title, i.Framework, i.FieldworkText, i.FieldworkFrom, i.FieldworkTo, i.Published, i.PublishedText, i.Summary, i.OverallJudgement, i.Source,
                i.Bodies.OrderBy(b => b.Position).Select(b => new InspectionBodyRow(b.Name, b.IsLead)).ToList(),
                i.Questions.OrderBy(q => q.Number).Select(q => new NumberedText(q.Number, q.Text)).ToList()))
            .FirstOrDefaultAsync(cancellationToken);
        if (head is null)
        {
            return null;
        }

        var found = (await database.Gradings.Where(g => g.InspectionId == head.Id)
            .Select(g => new Said { IsGrading = true, Place = g.Position, Id = g.Id, ParentId = g.ParentId, Indicator = g.Indicator, Text = g.Title, Scale = g.Scale, Grade = g.Grade })
            .Concat(database.KeyStrengths.Where(s => s.InspectionId == head.Id)
                .Select(s => new Said { IsGrading = false, Place = s.Number, Id = s.Id, ParentId = null, Indicator = null, Text = s.Text, Scale = null, Grade = null }))
            .ToListAsync(cancellationToken)).OrderBy(f => f.Place).ToLookup(f => f.IsGrading);
        var reviews = await database.ProgressReviews.AsNoTracking().Where(r => r.InspectionId == head.Id).OrderBy(r => r.Position).ThenBy(r => r.Id)
            .Select(r => new ReviewRow(r.Id, r.Title, r.Published, r.PublishedText, r.FieldworkText, r.Findings.Count)).ToListAsync(cancellationToken);
        var rows = await database.ReadRowsAsync(database.RecommendationsFor(access).Where(r => r.InspectionId == head.Id), access, cancellationToken);
        return new InspectionPage(
            head, Nested([.. found[true].Select(f => new GradingLine(f.Id, f.ParentId, f.Indicator, f.Text, f.Scale, f.Grade ?? string.Empty))], null),
            [.. found[false].Select(f => new NumberedText(f.Place, f.Text))], rows, reviews, access.Has(Permission.EditPlan), access.Partnership.Vocabulary, access.Partnership.RagKey);
    }

    private static List<GradingLine> Nested(List<GradingLine> gradings, Guid? parent) =>
        [.. gradings.Where(g => g.ParentId == parent).SelectMany(g => Nested(gradings, g.Id).Prepend(g))];

    /// <summary>A grading or a strength, so that one command reads both.</summary>
    private sealed record Said
    {
        public bool IsGrading { get; init; }
        public int Place { get; init; }
        public Guid Id { get; init; }
        public Guid? ParentId { get; init; }
        public string? Indicator { get; init; }
        public required string Text { get; init; }
        public string? Scale { get; init; }
        public string? Grade { get; init; }
    }
}
