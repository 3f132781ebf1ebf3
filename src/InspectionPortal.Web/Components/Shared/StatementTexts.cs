namespace InspectionPortal.Web.Components.Shared;

/// <summary>What a position statement says, wherever it is read: on its page, before it is approved, and in a report.</summary>
public sealed record StatementTexts(string? HowWell, string? HowKnown, string? WhatNext, string? Grade);
