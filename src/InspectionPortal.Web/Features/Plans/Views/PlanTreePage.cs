using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Plans.Views;

public sealed record PlanTreePage(PlanContent Plan, bool IsAllOpen, bool AreAimsOpen) : IReadByLinkOfficers
{
    public const string Path = "tree";

    public string WhatWasRead => $"Plan as a tree: {Plan.Head.Title}";
}
