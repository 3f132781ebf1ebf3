using InspectionPortal.Web.Infrastructure.Pipeline;

namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>The page of an aim: its own words, and what hangs below it.</summary>
public sealed record AimPage(PlanContent Plan, AimItem Aim, AimDetails Says, IReadOnlyList<AimAnswer> Answers) : IReadByLinkOfficers
{
    public string WhatWasRead => $"{Plan.Vocabulary.StretchAimWord} {Aim.Number}: {Aim.Statement}";
}
