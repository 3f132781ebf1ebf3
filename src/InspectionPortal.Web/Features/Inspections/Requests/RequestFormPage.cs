using InspectionPortal.Web.Infrastructure.Pipeline;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace InspectionPortal.Web.Features.Inspections.Requests;

/// <summary>What stands around the forms to ask and to answer.</summary>
/// <param name="RecommendationId">What it is about.</param>
/// <param name="Word">What the partnership calls it, with its number.</param>
/// <param name="Text">Its text.</param>
public sealed record RequestFormPage(Guid RecommendationId, string Word, string Text) : IReadByLinkOfficers
{
    /// <summary>What is answered; null on the form to ask.</summary>
    public RequestRow? Request { get; init; }

    /// <summary>Released evidence that may answer it.</summary>
    public IReadOnlyList<SelectListItem> Evidence { get; init; } = [];

    public required TimeZoneInfo Zone { get; init; }

    public string WhatWasRead => $"Form to ask about {Word}";
}
