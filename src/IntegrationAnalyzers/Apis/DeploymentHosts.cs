using System;
using System.Collections.Generic;
using System.Net;

namespace IntegrationAnalyzers.Apis;

/// <summary>
/// Hosts that are one deployment, tenant or region among several: another environment, or another customer, has another. Storage whose files the public reads
/// is left out, and so are platforms on which many publish an API for everybody (Heroku, Firebase, workers.dev): what is published has one address.
/// </summary>
internal static class DeploymentHosts
{
    /// <summary>What hosts other people's services or tenants, each under a label of its own.</summary>
    private static readonly HashSet<string> Platforms = new(StringComparer.OrdinalIgnoreCase)
    {
        "azurewebsites.net", "azurecontainerapps.io", "azurecontainer.io", "azure-api.net", "cloudapp.azure.com", "cloudapp.net", "azurefd.net", "trafficmanager.net", "azurestaticapps.net",
        "cognitiveservices.azure.com", "openai.azure.com", "services.ai.azure.com", "models.ai.azure.com", "search.windows.net", "vault.azure.net", "documents.azure.com", "servicebus.windows.net",
        "database.windows.net", "azure-devices.net", "azureml.net", "azuredatabricks.net", "service.signalr.net", "azconfig.io", "b2clogin.com", "ciamlogin.com",
        "elasticbeanstalk.com", "elb.amazonaws.com", "awsapprunner.com", "on.aws", "amazoncognito.com",
        "run.app", "cloudfunctions.net", "appspot.com", "firebasedatabase.app", "onrender.com", "fly.dev", "railway.app", "koyeb.app", "ondigitalocean.app",
        "supabase.co", "nip.io", "duckdns.org", "ddns.net", "runasp.net", "somee.com", "auth0.com", "okta.com", "oktapreview.com", "onelogin.com", "myshopify.com", "zendesk.com", "freshdesk.com",
        "atlassian.net", "my.salesforce.com", "service-now.com", "sharepoint.com",
    };

    private static readonly HashSet<string> Regions = new(StringComparer.OrdinalIgnoreCase)
    {
        "eastus", "eastus2", "centralus", "northcentralus", "southcentralus", "westcentralus", "westus", "westus2", "westus3", "canadacentral", "canadaeast", "brazilsouth", "mexicocentral",
        "northeurope", "westeurope", "uksouth", "ukwest", "francecentral", "germanywestcentral", "switzerlandnorth", "switzerlandwest", "norwayeast", "swedencentral", "polandcentral", "italynorth", "spaincentral",
        "eastasia", "southeastasia", "japaneast", "japanwest", "koreacentral", "koreasouth", "australiaeast", "australiasoutheast", "australiacentral", "centralindia", "southindia", "westindia",
        "uaenorth", "qatarcentral", "israelcentral", "southafricanorth",
    };

    private static readonly HashSet<string> Continents = new(StringComparer.OrdinalIgnoreCase)
    {
        "us", "eu", "ap", "sa", "ca", "me", "af", "il", "cn", "mx", "europe", "asia", "australia", "northamerica", "southamerica", "africa",
    };

    public static bool IsOneOfMany(string host)
    {
        host = host.TrimEnd('.');
        if (IPAddress.TryParse(host, out _))
            return true;
        for (var dot = host.IndexOf('.'); dot >= 0; dot = host.IndexOf('.', dot + 1))
        {
            // The platform's own pages are no deployment.
            if (Platforms.Contains(host.Substring(dot + 1)) && !IsItsOwn(host.Substring(0, dot)))
                return true;
        }

        var labels = host.Split('.');
        for (var i = 0; i < labels.Length - 2; i++)
        {
            if (Regions.Contains(labels[i]) || StartsWithRegion(labels[i]))
                return true;
        }

        return false;
    }

    private static bool IsItsOwn(string label) => label is "www" or "api" or "login" or "docs" or "support" or "static" or "cdn";

    /// <summary><c>eu-west-1</c>, <c>us-gov-east-1</c>, <c>europe-west4</c>, <c>us-central1-aiplatform</c>.</summary>
    private static bool StartsWithRegion(string label)
    {
        var parts = label.Split('-');
        var direction = parts.Length > 3 && parts[1] == "gov" ? 2 : 1;
        if (parts.Length <= direction || !Continents.Contains(parts[0]))
            return false;
        var last = parts[direction];
        var name = last.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var isNumbered = name.Length < last.Length || (parts.Length > direction + 1 && int.TryParse(parts[direction + 1], out _));
        return isNumbered && name is ("north" or "south" or "east" or "west" or "central" or "northeast" or "northwest" or "southeast" or "southwest");
    }
}
